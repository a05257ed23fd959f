using Microsoft.AspNetCore.Identity;
using VpsPanel.Application.Accounts;

namespace VpsPanel.Infrastructure.Security;

internal sealed class Passwords : IPasswords
{
    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher = new();
    private string? _nobodys;

    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    public bool Verify(string hash, string password) =>
        _hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;

    public void Waste(string password) => _hasher.VerifyHashedPassword(Nobody, _nobodys ??= Hash("nobody"), password);
}
