using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using VpsPanel.Application.Engagement.Uploads;
using VpsPanel.Application.Engagement.Uploads.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class UploadEndpoints
{
    public static void MapUploads(this RouteGroupBuilder admin)
    {
        admin.MapGet("/uploads", List).Needs("upload.list")
            .WithName("listUploads").WithSummary("List uploaded pictures").WithDescription("Newest first.");
        admin.MapPost("/uploads", Upload).Needs("upload.create")
            .WithMetadata(new RequestSizeLimitAttribute(UploadReceiver.MaxBodyBytes))
            .AddOpenApiOperationTransformer(DescribeForm)
            .WithName("uploadPicture").WithSummary("Upload a picture")
            .WithDescription("As the part `file` of a multipart form: PNG, JPEG, GIF or WebP of at most 20 MiB.");
    }

    private static async Task<ApiResult<Page<UploadView>>> List([AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListUploads(page.ToPaging()), ct);

    private static async Task<ApiResult<UploadView>> Upload(HttpRequest request, UploadReceiver receiver, CancellationToken ct) =>
        await receiver.Receive(request, ct);

    // The body is read from the wire, so nothing else tells the API document what it is.
    private static Task DescribeForm(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "file" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            },
        };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new() { Schema = form } },
        };
        return Task.CompletedTask;
    }
}
