namespace VpsPanel.Domain.Common;

/// <summary>A key that cannot be taken for the key of something else.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    long Value { get; }

    static abstract TSelf From(long value);
}
