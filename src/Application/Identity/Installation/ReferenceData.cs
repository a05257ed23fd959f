using System.Security.Cryptography;
using System.Text;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Identity.Installation;

namespace VpsPanel.Application.Identity.Installation;

/// <summary>All of it, added by the installation, by the demo, and by the first start of a version that brings more of it.</summary>
internal sealed class ReferenceData(IEnumerable<IDataSeeder> parts)
{
    public async Task Seed(Setup setup, CancellationToken ct)
    {
        // What an administrator deleted must not come back with every start.
        if (!setup.RecordSeeded(Fingerprint()))
            return;

        foreach (var part in parts)
            await part.Ensure(ct);
    }

    private string Fingerprint()
    {
        var names = parts.SelectMany(part => part.Names.Select(name => $"{part.Key}/{name}")).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names))));
    }
}
