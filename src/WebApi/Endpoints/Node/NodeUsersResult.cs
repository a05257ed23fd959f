using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using VpsPanel.Application.Proxies.Profiles.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.Node;

/// <summary>The list under its tag, 304 for a caller that has it, or the error body.</summary>
internal sealed class NodeUsersResult(long node, Result<NodeUsers> result) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(NodeUserList), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (!result.IsSuccess)
            return ErrorBody.Write(httpContext, result.Error);

        httpContext.Response.Headers.ETag = $"\"{result.Value.Tag}\"";
        httpContext.Response.Headers.CacheControl = "no-store";
        if (result.Value.Users is { } users)
            return Json.Write(httpContext, new NodeUserList(node, users));

        httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }
}
