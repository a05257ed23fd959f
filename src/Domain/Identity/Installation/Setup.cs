using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Domain.Identity.Installation;

public readonly record struct SetupId(long Value) : IId<SetupId>
{
    public static SetupId From(long value) => new(value);
}

/// <summary>The one-time door through which the first administrator comes. There is one row of it.</summary>
[StreamName("setup")]
public sealed class Setup : AggregateRoot<SetupId>
{
    private Setup()
    {
    }

    /// <summary>Always 1, and unique.</summary>
    public int Single { get; private set; } = 1;

    /// <summary>SHA-256 of the code that the log showed last, in lower-case hex.</summary>
    public string CodeHash { get; private set; } = "";

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>Which reference data were added last, as a hash of their names; empty before the first.</summary>
    public string Planted { get; private set; } = "";

    public static Setup Open(string codeHash) => new() { CodeHash = codeHash };

    public void ReplaceCode(string codeHash) => CodeHash = codeHash;

    /// <summary>False when these data were added before.</summary>
    public bool RecordSeeded(string fingerprint)
    {
        var isNew = Planted != fingerprint;
        Planted = fingerprint;
        return isNew;
    }

    public Result Complete(string codeHash, DateTimeOffset now)
    {
        if (CompletedAt is not null)
            return AccountErrors.AlreadyInstalled;

        if (codeHash != CodeHash)
            return AccountErrors.InvalidSetupCode;

        CompletedAt = now;
        Raise(new SetupCompleted());
        return Result.Success;
    }
}
