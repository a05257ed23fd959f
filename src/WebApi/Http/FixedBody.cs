using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace VpsPanel.WebApi.Http;

/// <summary>A body that stays the same while the service runs: compressed once, named by its hash, and not sent to whoever has it.</summary>
internal sealed class FixedBody
{
    private const string Brotli = "br";
    private const string Gzip = "gzip";

    private readonly string _contentType;
    private readonly byte[] _plain;
    private readonly byte[] _brotli;
    private readonly byte[] _gzip;
    private readonly EntityTagHeaderValue _etag;

    /// <param name="contentType">With its charset where it is text.</param>
    /// <param name="plain">Not to be changed afterwards.</param>
    public FixedBody(string contentType, byte[] plain)
    {
        (_contentType, _plain) = (contentType, plain);
        _brotli = Pack(target => new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true));
        _gzip = Pack(target => new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true));

        // Weak, since it names what is said and not how it is packed.
        _etag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(plain))[..32]}\"", isWeak: true);
    }

    public string ETag => _etag.ToString();

    /// <summary>Answers 200 with the smallest form that the caller takes, or 304.</summary>
    public Task Write(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = StringValues.Concat(response.Headers.Vary, "Accept-Encoding");
        response.Headers.ETag = ETag;
        if (IsKnown(request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var (body, encoding) = Accepts(request, Brotli) ? (_brotli, Brotli) : Accepts(request, Gzip) ? (_gzip, Gzip) : (_plain, null);
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;

        response.ContentType = _contentType;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private bool IsKnown(HttpRequest request) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(tag => tag.Tag == "*" || tag.Compare(_etag, useStrongComparison: false));

    private static bool Accepts(HttpRequest request, string encoding) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted)
        && accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);

    private byte[] Pack(Func<Stream, Stream> around)
    {
        using var target = new MemoryStream();
        using (var packer = around(target))
            packer.Write(_plain);

        return target.ToArray();
    }
}
