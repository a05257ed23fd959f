using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.RealNames;

public readonly record struct RealNameRecordId(long Value) : IId<RealNameRecordId>
{
    public static RealNameRecordId From(long value) => new(value);
}

/// <summary>One try to prove who somebody is. The latest one of a person counts.</summary>
[StreamName("real_name_record")]
public sealed class RealNameRecord : AggregateRoot<RealNameRecordId>
{
    public const int MaxName = 64;
    public const int MaxNumber = 64;
    public const int MaxReason = 500;

    private RealNameRecord()
    {
    }

    public UserId UserId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Encrypted; nothing of this service shows it again.</summary>
    public string SealedNumber { get; private set; } = "";

    public string MaskedNumber { get; private set; } = "";

    public RealNameStatus Status { get; private set; }

    /// <summary>Key of who checked.</summary>
    public string Provider { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <param name="complaint">What the check found wrong; null when nothing was.</param>
    public static RealNameRecord Of(UserId user, string name, IdNumber number, string provider, string? complaint, DateTimeOffset now)
    {
        var record = new RealNameRecord
        {
            UserId = user,
            Name = name,
            SealedNumber = number.Sealed,
            MaskedNumber = number.Masked,
            Provider = provider,
        };
        record.Decide(complaint is null ? RealNameStatus.Verified : RealNameStatus.Failed, complaint ?? "", now);
        return record;
    }

    /// <summary>An admin overrules the check.</summary>
    public void Decide(RealNameStatus status, string reason, DateTimeOffset now)
    {
        VerifiedAt = status != RealNameStatus.Verified ? null : Status == status && VerifiedAt is { } since ? since : now;
        Status = status;
        Reason = reason;
    }

    /// <summary>Undoes a verification that was made before the change; a later one stands.</summary>
    public void ResetFor(IReadOnlyList<string> changed, DateTimeOffset changedAt)
    {
        if (Status == RealNameStatus.Verified && VerifiedAt <= changedAt)
            Decide(RealNameStatus.Reset, $"changed since: {string.Join(", ", changed)}", changedAt);
    }
}
