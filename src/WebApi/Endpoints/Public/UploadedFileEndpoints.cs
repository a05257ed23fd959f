using VpsPanel.Application.Engagement.Uploads;
using VpsPanel.Domain.Engagement.Uploads;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.Public;

internal static class UploadedFileEndpoints
{
    public static void MapUploadedFiles(this RouteGroupBuilder root) =>
        root.MapGet("/uploads/{**path}", Show)
            .WithName("getUploadedPicture").WithSummary("Show an uploaded picture");

    private static IResult Show(string? path, IUploadStore store) =>
        store.Open(path ?? "") is { } picture ? new PictureResult(picture) : new Failure(UploadErrors.NotFound);
}

/// <summary>Shows a picture as nothing but a picture: no browser may guess another type, and no script in it may run.</summary>
internal sealed class PictureResult(PictureFile picture) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.ContentDisposition = picture.Mime.StartsWith("image/", StringComparison.Ordinal) ? "inline" : "attachment";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";

        // Another picture has another name.
        headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Stream(picture.Content, picture.Mime, enableRangeProcessing: true).ExecuteAsync(httpContext);
    }
}

/// <summary>The error body where success is no JSON.</summary>
internal sealed class Failure(VpsPanel.Domain.Common.Error error) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ErrorBody.Write(httpContext, error);
}
