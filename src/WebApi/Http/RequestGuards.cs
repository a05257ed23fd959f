using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>What is settled before an endpoint sees a request.</summary>
internal static class RequestGuards
{
    public const long MaxBodyBytes = 1024 * 1024;

    /// <summary>No text that the database cannot hold gets in by the address.</summary>
    public static void UseTextGuard(this WebApplication app) => app.Use((context, next) =>
        context.Request.Path.Value!.Contains('\0') || context.Request.Query.Any(pair => pair.Key.Contains('\0') || HasNul(pair.Value))
            ? ErrorBody.Write(context, new Error(ErrorKind.Validation, "request.invalid", "the address contains a NUL character"))
            : next(context));

    /// <summary>Existing clients send JSON under any content type or under none.</summary>
    public static void UseSloppyContentTypes(this WebApplication app) => app.Use((context, next) =>
    {
        var accepts = context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>();
        if (accepts is not null && accepts.ContentTypes.Contains("application/json") && !context.Request.HasJsonContentType())
            context.Request.ContentType = "application/json";

        return next(context);
    });

    private static bool HasNul(StringValues values) => values.Any(value => value is not null && value.Contains('\0'));
}
