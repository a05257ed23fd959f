using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Uploads;

namespace VpsPanel.WebApi.Http;

/// <summary>Reads forms. One that is malformed, empty or cut off is a refusal and never a failure of the service.</summary>
internal static class Forms
{
    /// <summary>The whole form; <c>upload.file_required</c> when the request is none, <c>upload.broken</c> when it cannot be read.</summary>
    /// <exception cref="BadHttpRequestException">The body is larger than the route takes, or the connection ended within it.</exception>
    public static async Task<Result<IFormCollection>> Read(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
            return UploadErrors.FileRequired;

        try
        {
            return Result.Of(await request.ReadFormAsync(ct));
        }
        catch (Exception error) when (IsMalformed(error))
        {
            return UploadErrors.Broken;
        }
    }

    /// <summary>
    /// What the framework throws at a form that does not keep to its rules: a part without a disposition, too many or too long parts
    /// and headers, an end before the last boundary.
    /// </summary>
    public static bool IsMalformed(Exception error) =>
        error is InvalidDataException || (error is IOException and not BadHttpRequestException);
}
