using System.Text.Json.Serialization;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>An instant as the panel writes it: whole Unix seconds, 0 for one that never came. Reads a number or numeric text.</summary>
[JsonConverter(typeof(UnixSecondsConverter))]
public readonly record struct UnixSeconds(long Value)
{
    /// <summary>The last second of the year 9999.</summary>
    public const long Max = 253_402_300_799;

    /// <summary>Null for 0, which clients send for no time at all.</summary>
    public DateTimeOffset? Instant => Value == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(Value);

    public static implicit operator UnixSeconds(DateTimeOffset instant) => Of(instant);

    public static UnixSeconds Of(DateTimeOffset instant) => new(instant.ToUnixTimeSeconds());

    public static UnixSeconds? Of(DateTimeOffset? instant) => instant is { } known ? Of(known) : null;
}
