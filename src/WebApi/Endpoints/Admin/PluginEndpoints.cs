using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using VpsPanel.Application.Billing.Payments.Plugins.Commands;
using VpsPanel.Application.Billing.Payments.Plugins.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Uploads;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class PluginEndpoints
{
    private const long MaxUploadBytes = 33 * 1024 * 1024;
    private const string PasswordHeader = "X-Plugin-Password";

    public static void MapPlugins(this RouteGroupBuilder admin)
    {
        admin.MapGet("/plugins/payment", List).Needs("plugin.list")
            .WithName("listPaymentPlugins").WithSummary("List the payment plugins of this node").WithDescription("With their SHA-256.");
        admin.MapPost("/plugins/payment/upload", Upload).Needs("plugin.upload")
            .WithMetadata(new RequestSizeLimitAttribute(MaxUploadBytes)).AddOpenApiOperationTransformer(DescribeForm)
            .WithName("uploadPaymentPlugin").WithSummary("Store a payment plugin").WithDescription("It stays off until it is enabled.");
        admin.MapPost("/plugins/payment/{key}/enable", Enable).Needs("plugin.enable")
            .WithName("enablePaymentPlugin").WithSummary("Let a payment plugin run").WithDescription("Only the file with this SHA-256.");
        admin.MapPost("/plugins/payment/{key}/disable", Disable).Needs("plugin.enable")
            .WithName("disablePaymentPlugin").WithSummary("Stop a payment plugin");
    }

    private static async Task<ApiResult<Listing<PluginView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPlugins(), ct);

    private static async Task<ApiResult<UploadedPlugin>> Upload(HttpRequest request, IMediator mediator, CancellationToken ct)
    {
        var form = await Forms.Read(request, ct);
        if (!form.IsSuccess)
            return (Result<UploadedPlugin>)form.Error;

        if (form.Value.Files.GetFile("file") is not { } file)
            return (Result<UploadedPlugin>)UploadErrors.FileRequired;

        await using var content = file.OpenReadStream();
        var password = form.Value.TryGetValue("password", out var sent) ? sent.ToString() : request.Headers[PasswordHeader].ToString();
        return await mediator.Send(new UploadPlugin(file.FileName, content, password), ct);
    }

    // The body is read by hand, so nothing else tells the API document what it is.
    private static Task DescribeForm(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "file" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                ["password"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = $"Or in the header {PasswordHeader}." },
            },
        };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new() { Schema = form } },
        };
        return Task.CompletedTask;
    }

    private static async Task<ApiResult<EnabledPlugin>> Enable(string key, PluginHash body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new EnablePlugin(key, body.Sha256?.Trim() ?? ""), ct);

    private static async Task<ApiResult> Disable(string key, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DisablePlugin(key), ct);
}

public sealed record PluginHash(string? Sha256);
