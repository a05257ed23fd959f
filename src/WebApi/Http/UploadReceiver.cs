using MediatR;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using VpsPanel.Application.Engagement.Uploads;
using VpsPanel.Application.Engagement.Uploads.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Uploads;

namespace VpsPanel.WebApi.Http;

/// <summary>
/// Takes the part <c>file</c> of a multipart body straight from the wire into the store and makes it known. The file comes first
/// and the row second: a row without its file never exists, and a file without its row is removed.
/// </summary>
internal sealed class UploadReceiver(IUploadStore store, IMediator mediator)
{
    /// <summary>The largest file and what is written around it.</summary>
    public const long MaxBodyBytes = Upload.MaxBytes + (64 * 1024);

    private const int MaxBoundary = 128;
    private const int MaxParts = 16;

    public async Task<Result<UploadView>> Receive(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MaxBodyBytes)
            return UploadErrors.TooLarge;

        var found = await FindFile(request, ct);
        if (!found.IsSuccess)
            return found.Error;

        var kept = await store.Keep(found.Value.Body, ct);
        return kept.IsSuccess ? await Record(kept.Value, found.Value.Name) : kept.Error;
    }

    private async Task<Result<UploadView>> Record(StoredPicture picture, string name)
    {
        var isKnown = false;
        try
        {
            // A caller who hangs up now must not leave it open whether the row is there.
            var recorded = await mediator.Send(new RecordUpload(picture, name), CancellationToken.None);
            isKnown = recorded.IsSuccess;
            return recorded;
        }
        finally
        {
            if (!isKnown)
                store.Discard(picture.Path);
        }
    }

    private static async Task<Result<(Stream Body, string Name)>> FindFile(HttpRequest request, CancellationToken ct)
    {
        if (Boundary(request.ContentType) is not { } boundary)
            return UploadErrors.FileRequired;

        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            for (var part = 0; part < MaxParts && await reader.ReadNextSectionAsync(ct) is { } section; part++)
            {
                if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var header) && IsFile(header))
                    return (section.Body, HeaderUtilities.RemoveQuotes(
                        header.FileNameStar.HasValue ? header.FileNameStar : header.FileName).Value!);
            }

            return UploadErrors.FileRequired;
        }
        catch (Exception error) when (Forms.IsMalformed(error))
        {
            return UploadErrors.Broken;
        }
    }

    private static string? Boundary(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return null;

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        return boundary is { Length: > 0 and <= MaxBoundary } ? boundary : null;
    }

    private static bool IsFile(ContentDispositionHeaderValue header) =>
        header.IsFileDisposition() && HeaderUtilities.RemoveQuotes(header.Name).Equals("file", StringComparison.OrdinalIgnoreCase);
}
