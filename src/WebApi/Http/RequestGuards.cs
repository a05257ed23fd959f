using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>What is settled before an endpoint sees a request.</summary>
internal static class RequestGuards
{
    public const long MaxBodyBytes = 1024 * 1024;

    private static readonly object SentType = new();

    /// <summary>No text that the database cannot hold gets in by the address.</summary>
    public static void UseTextGuard(this WebApplication app) => app.Use((context, next) =>
        context.Request.Path.Value!.Contains('\0') || context.Request.Query.Any(pair => pair.Key.Contains('\0') || HasNul(pair.Value))
            ? ErrorBody.Write(context, new Error(ErrorKind.Validation, "request.invalid", "the address contains a NUL character"))
            : next(context));

    /// <summary>
    /// Existing clients send JSON under any content type or under none. Routing would refuse a type that the endpoint does not take, so
    /// it is not shown one; afterwards an endpoint that reads JSON gets JSON, and any other what was sent.
    /// </summary>
    public static void UseLenientContentType(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            context.Items[SentType] = context.Request.ContentType;
            context.Request.ContentType = null;
            return next(context);
        });
        app.UseRouting();
        app.Use((context, next) =>
        {
            var accepts = context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>();
            context.Request.ContentType = accepts is not null && accepts.ContentTypes.Contains("application/json")
                ? "application/json"
                : (string?)context.Items[SentType];
            return next(context);
        });
    }

    private static bool HasNul(StringValues values) => values.Any(value => value is not null && value.Contains('\0'));
}
