namespace VpsPanel.Domain.Common;

/// <summary>When a row was first and last written; stamped as it is stored.</summary>
public interface ITimestamped
{
    DateTimeOffset CreatedAt { get; }

    DateTimeOffset UpdatedAt { get; }
}
