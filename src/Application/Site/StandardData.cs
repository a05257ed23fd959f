using System.Security.Cryptography;
using System.Text;
using VpsPanel.Domain.Accounts;

namespace VpsPanel.Application.Site;

/// <summary>Something that every installation starts with, such as the standard mails.</summary>
public interface IStandardData
{
    /// <summary>Tells the parts apart in the fingerprint that the installation keeps, so it never changes.</summary>
    string Key { get; }

    /// <summary>What it consists of. When this changes, the next start adds what is missing.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>Adds what is missing; what is there stays as it is.</summary>
    Task Ensure(CancellationToken ct);
}

/// <summary>All of it, added by the installation, by the demo, and by the first start of a version that brings more of it.</summary>
internal sealed class StandardData(IEnumerable<IStandardData> parts)
{
    public async Task Plant(Setup setup, CancellationToken ct)
    {
        // What an administrator deleted must not come back with every start.
        if (!setup.Plant(Fingerprint()))
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
