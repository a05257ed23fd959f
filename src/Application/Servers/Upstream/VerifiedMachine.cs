namespace VpsPanel.Application.Servers.Upstream;

/// <summary>
/// A machine of the upstream that was seen under its id and its name, so that it is the one a VPS stands for. Only
/// <see cref="MachineIdentity"/> makes one, and every call that reveals or changes a machine takes one.
/// </summary>
public sealed class VerifiedMachine
{
    internal VerifiedMachine(string id, string name, string? uuid, DateTimeOffset seenAt) =>
        (Id, Name, Uuid, SeenAt) = (id, name, uuid, seenAt);

    /// <summary>The upstream's id, which is given out again.</summary>
    public string Id { get; }

    /// <summary>What it was made or recorded as; blank in a dry run.</summary>
    public string Name { get; }

    /// <summary>The provider's own mark of it; null where it has none.</summary>
    public string? Uuid { get; }

    /// <summary>When it was looked at.</summary>
    public DateTimeOffset SeenAt { get; }
}
