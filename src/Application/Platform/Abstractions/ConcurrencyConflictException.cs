namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Another writer changed the same rows, took the same unique value, or held a lock for too long.</summary>
public sealed class ConcurrencyConflictException : Exception
{
    public ConcurrencyConflictException()
    {
    }

    public ConcurrencyConflictException(string message)
        : base(message)
    {
    }

    public ConcurrencyConflictException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
