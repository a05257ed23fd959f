using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>
/// The one body of every refusal. <see cref="Code"/> is stable; the text, given twice for two families of clients, is not.
/// </summary>
public sealed record ErrorBody(
    string Error,
    string Message,
    string Code,
    IReadOnlyDictionary<string, string[]>? Details,
    IReadOnlyList<string>? Allowed,
    string TraceId)
{
    public static ErrorBody Of(Error error, HttpContext context) =>
        new(error.Message, error.Message, error.Code, error.Details, error.Allowed, TraceOf(context));

    public static string TraceOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Validation => StatusCodes.Status400BadRequest,
        ErrorKind.Unauthorized => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.RateLimited => StatusCodes.Status429TooManyRequests,
        ErrorKind.Upstream => StatusCodes.Status502BadGateway,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Writes the refusal with its status and, where it has one, <c>Retry-After</c>.</summary>
    public static Task Write(HttpContext context, Error error)
    {
        context.Response.StatusCode = StatusOf(error.Kind);
        if (error.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString();

        return Json.Write(context, Of(error, context));
    }
}
