using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>Turns what the framework throws or leaves empty into the one error body.</summary>
internal static partial class ErrorHandling
{
    private static readonly Error InvalidBody = new(ErrorKind.Validation, "request.invalid_body", "invalid body");

    private static readonly Error TooLarge = new(ErrorKind.TooLarge, "request.too_large", "the body is too large");

    public static void UseErrorBodies(this WebApplication app)
    {
        // An unreadable request is the client's fault and answered as such: a line for it is enough.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => Respond(context, context.Features.Get<IExceptionHandlerFeature>()!),
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(pages => Empty(pages.HttpContext));
    }

    /// <summary>A body that could not be read: which field, and why.</summary>
    public static Error Unreadable(BadHttpRequestException error)
    {
        if (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
            return TooLarge;

        if (error.InnerException is not JsonException json || string.IsNullOrEmpty(json.Path) || json.Path == "$")
            return InvalidBody;

        var field = json.Path.StartsWith("$.", StringComparison.Ordinal) ? json.Path[2..] : json.Path;
        var why = json.InnerException is null && !json.Message.StartsWith("The JSON value", StringComparison.Ordinal)
            ? json.Message.Split(" Path:")[0]
            : "has the wrong type";
        return Error.Validation(field, $"{field} {why}", "request.invalid_body");
    }

    private static Task Respond(HttpContext context, IExceptionHandlerFeature failed)
    {
        if (failed.Error is BadHttpRequestException bad)
        {
            // The pattern, since addresses may hold tokens; no value, since bodies may hold passwords.
            var route = (failed.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
            LogUnreadable(context.RequestServices.GetRequiredService<ILogger<ErrorBody>>(), context.Request.Method, route, bad.StatusCode);
            return ErrorBody.Write(context, Unreadable(bad));
        }

        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Json.Write(
            context, new ErrorBody("internal error", "internal error", "server.error", null, null, ErrorBody.TraceOf(context)));
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} was answered with {Status}: the request could not be read")]
    private static partial void LogUnreadable(ILogger log, string method, string route, int status);

    private static Task Empty(HttpContext context)
    {
        var (code, text) = context.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => ("auth.required", "unauthorized"),
            StatusCodes.Status403Forbidden => ("auth.forbidden", "forbidden"),
            StatusCodes.Status404NotFound => ("route.not_found", "not found"),
            StatusCodes.Status405MethodNotAllowed => ("route.method_not_allowed", "method not allowed"),
            StatusCodes.Status413PayloadTooLarge => (TooLarge.Code, TooLarge.Message),
            StatusCodes.Status429TooManyRequests => ("rate.limited", "too many requests"),
            _ => ("request.invalid", "invalid request"),
        };
        return Json.Write(context, new ErrorBody(text, text, code, null, null, ErrorBody.TraceOf(context)));
    }
}
