using Microsoft.AspNetCore.Identity;
using VpsPanel.Application.Identity.Users;

namespace VpsPanel.Infrastructure.Security;

internal sealed class PasswordHasher : IPasswordHasher
{
    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher = new();
    private string? _nobodys;

    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    public bool Verify(string hash, string password) =>
        _hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;

    public void SpendVerificationTime(string password) => _hasher.VerifyHashedPassword(Nobody, _nobodys ??= Hash("nobody"), password);
}
