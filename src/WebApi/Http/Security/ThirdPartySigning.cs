using VpsPanel.Application.Identity.ThirdParty;

namespace VpsPanel.WebApi.Http.Security;

/// <summary>Behind authentication, in front of the endpoints: calls under <c>/api/v1/user</c> have to be signed when the operator says so.</summary>
internal static class ThirdPartySigning
{
    private static readonly PathString Guarded = "/api/v1/user";

    public static void UseThirdPartySigning(this WebApplication app) => app.Use((http, next) =>
        http.Request.Path.StartsWithSegments(
            Guarded, StringComparison.OrdinalIgnoreCase) && http.GetEndpoint()?.Metadata.GetMetadata<EndpointAccess>() is not null
            ? Check(http, next)
            : next(http));

    private static async Task Check(HttpContext http, RequestDelegate next)
    {
        var gate = http.RequestServices.GetRequiredService<SignedRequestVerifier>();
        if (!await gate.IsClosed(http.RequestAborted))
        {
            await next(http);
            return;
        }

        var admitted = await gate.Verify(await Read(http.Request), http.RequestAborted);
        if (!admitted.IsSuccess)
        {
            await ErrorBody.Write(http, admitted.Error);
            return;
        }

        await using var body = new MemoryStream(admitted.Value, writable: false);
        http.Request.Body = body;
        http.Request.ContentLength = admitted.Value.Length;
        await next(http);
    }

    private static async Task<SignedCall> Read(HttpRequest request)
    {
        var isEncrypted = Header("X-ZNP-Encrypted").ToLowerInvariant() is "true" or "1";
        return new SignedCall(
            request.Method,
            request.PathBase.Add(request.Path).Value ?? "",
            request.QueryString.HasValue ? request.QueryString.Value![1..] : "",
            Header("X-ZNP-API-Key"),
            Header("X-ZNP-Timestamp"),
            Header("X-ZNP-Nonce"),
            Header("X-ZNP-Signature"),
            await ReadBody(request),
            isEncrypted ? Header("X-ZNP-IV") : null);

        string Header(string name) => request.Headers[name].ToString().Trim();
    }

    /// <exception cref="BadHttpRequestException">The body is larger than any endpoint takes.</exception>
    private static async Task<byte[]> ReadBody(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > RequestGuards.MaxBodyBytes)
                throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
        }

        return buffer.ToArray();
    }
}
