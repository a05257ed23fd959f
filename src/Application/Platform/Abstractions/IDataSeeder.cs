namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Something that every installation starts with, such as the standard mails.</summary>
public interface IDataSeeder
{
    /// <summary>Tells the parts apart in the fingerprint that the installation keeps, so it never changes.</summary>
    string Key { get; }

    /// <summary>What it consists of. When this changes, the next start adds what is missing.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>Adds what is missing; what is there stays as it is.</summary>
    Task Ensure(CancellationToken ct);
}
