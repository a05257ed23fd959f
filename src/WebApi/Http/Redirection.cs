using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>Sends a browser to the address of a result with 302, or answers its error.</summary>
public sealed class Redirection : IResult, IEndpointMetadataProvider
{
    private readonly Result<Uri> _result;

    private Redirection(Result<Uri> result) => _result = result;

    public static implicit operator Redirection(Result<Uri> result) => new(result);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status302Found));
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (!_result.IsSuccess)
            return ErrorBody.Write(httpContext, _result.Error);

        // The address itself opens the host.
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Redirect(_result.Value.AbsoluteUri);
        return Task.CompletedTask;
    }
}
