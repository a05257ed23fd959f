namespace VpsPanel.Domain.Common;

/// <summary>What a refusal is, independent of any transport.</summary>
public enum ErrorKind
{
    Validation,
    Unauthorized,
    Forbidden,
    NotFound,
    Conflict,
    TooLarge,
    RateLimited,
    Upstream,
    Unavailable,
}

/// <summary>An expected refusal. Clients and tests match on <see cref="Code"/>, never on the text.</summary>
/// <param name="Kind">Decides the status a caller sees.</param>
/// <param name="Code">Stable dotted name, <c>noun.reason</c>.</param>
/// <param name="Message">For people; may change.</param>
public sealed record Error(ErrorKind Kind, string Code, string Message)
{
    /// <summary>Field name as the client sent it, to what is wrong with it.</summary>
    public IReadOnlyDictionary<string, string[]>? Details { get; init; }

    /// <summary>The moves that the current status would have taken.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>How long to wait before the same call can succeed.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Error Validation(string field, string message, string code = "request.invalid") =>
        new(ErrorKind.Validation, code, message) { Details = new Dictionary<string, string[]> { [field] = [message] } };

    public static Error NotFound(string code, string message = "not found") => new(ErrorKind.NotFound, code, message);

    public static Error Conflict(string code, string message) => new(ErrorKind.Conflict, code, message);

    public static Error Forbidden(string code, string message = "forbidden") => new(ErrorKind.Forbidden, code, message);

    public static Error Unauthorized(string code, string message) => new(ErrorKind.Unauthorized, code, message);

    public static Error Upstream(string code, string message) => new(ErrorKind.Upstream, code, message);
}
