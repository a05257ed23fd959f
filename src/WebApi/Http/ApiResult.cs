using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>Sends the value of a result as 200, or its error as the error body; tells the API document both shapes.</summary>
public sealed class ApiResult<T> : IResult, IEndpointMetadataProvider
{
    private readonly Result<T> _result;

    private ApiResult(Result<T> result) => _result = result;

    public static implicit operator ApiResult<T>(Result<T> result) => new(result);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
    }

    public Task ExecuteAsync(HttpContext httpContext) => _result.IsSuccess
        ? Json.Write(httpContext, _result.Value)
        : ErrorBody.Write(httpContext, _result.Error);
}

/// <summary>Sends <c>{"ok":true}</c> or the error body.</summary>
public sealed class ApiResult : IResult, IEndpointMetadataProvider
{
    private readonly Result _result;

    private ApiResult(Result result) => _result = result;

    public static implicit operator ApiResult(Result result) => new(result);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Done), ["application/json"]));
    }

    public Task ExecuteAsync(HttpContext httpContext) => _result.IsSuccess
        ? Json.Write(httpContext, Done.Yes)
        : ErrorBody.Write(httpContext, _result.Error);
}

internal static class ApiResults
{
    /// <summary>For a command whose answer is not for the client.</summary>
    public static ApiResult Done<T>(this Result<T> result) => result.IsSuccess ? Result.Success : (Result)result.Error;
}
