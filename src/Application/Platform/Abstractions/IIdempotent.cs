namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>
/// A repeat with the same key gets the first answer again. The key is never part of the compared parameters. Such a command has a
/// <see cref="CommandNameAttribute"/>.
/// </summary>
public interface IIdempotent
{
    /// <summary>At most 128 characters; null or blank means that the caller asked for no protection.</summary>
    string? IdempotencyKey { get; }
}
