using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Uploads;
using VpsPanel.Application.Uploads.Queries;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class UploadEndpoints
{
    public static void MapUploads(this RouteGroupBuilder admin)
    {
        admin.MapGet("/uploads", List).Needs("upload.list");
        admin.MapPost("/uploads", Upload).Needs("upload.create").WithMetadata(new RequestSizeLimitAttribute(UploadReceiver.MaxBodyBytes));
    }

    private static async Task<Answer<Page<UploadView>>> List([AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListUploads(page.ToPaging()), ct);

    private static async Task<Answer<UploadView>> Upload(HttpRequest request, UploadReceiver receiver, CancellationToken ct) =>
        await receiver.Receive(request, ct);
}
