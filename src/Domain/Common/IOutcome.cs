namespace VpsPanel.Domain.Common;

/// <summary>Success, or the one <see cref="Error"/> that refused.</summary>
public interface IOutcome
{
    bool IsSuccess { get; }

    Error? Error { get; }

    /// <summary>The value of a success, null where there is none to give.</summary>
    object? Response { get; }
}

/// <summary>Lets generic code refuse without knowing which result it returns.</summary>
public interface IOutcome<TSelf> : IOutcome
    where TSelf : IOutcome<TSelf>
{
    static abstract TSelf Fail(Error error);

    /// <summary>A success that carries an answer given before; null where the result has none.</summary>
    static abstract TSelf Replay(object? answer);

    /// <summary>The type of the value; null where a success carries none.</summary>
    static abstract Type? ResponseType { get; }
}
