using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Servers;

namespace VpsPanel.Infrastructure.Security;

/// <summary>Derived from the one thing that no two installations share.</summary>
internal sealed class Installation(IOptions<SecretOptions> options) : IInstallation
{
    public string Id { get; } = Convert.ToHexStringLower(HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.Key), 4, info: "vpspanel installation"u8.ToArray()));
}
