using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Identity.ThirdParty.Commands;
using VpsPanel.Application.Identity.ThirdParty.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Panel;

internal static class SecurityEndpoints
{
    public static void MapSecuritySettings(this RouteGroupBuilder admin)
    {
        admin.MapGet("/security-settings", Get).Needs("security_setting.view")
            .WithName("getSecuritySettings").WithSummary("Show how third parties sign calls").WithDescription("The secret is masked.");
        admin.MapPatch("/security-settings", Change).Needs("security_setting.update")
            .WithName("updateSecuritySettings").WithSummary("Change how third parties sign calls")
            .WithDescription("A new secret is in this answer only.");
    }

    private static async Task<ApiResult<SecurityResponse>> Get(IMediator mediator, CancellationToken ct) =>
        await Shown(new GetSecuritySetting(), mediator, ct);

    private static async Task<ApiResult<SecurityResponse>> Change(SecurityBody? body, IMediator mediator, CancellationToken ct)
    {
        var changed = await mediator.Send((body ?? SecurityBody.Empty).ToCommand(), ct);
        return changed.IsSuccess ? await Shown(new GetSecuritySetting(changed.Value.NewSecret), mediator, ct) : changed.Error;
    }

    private static async Task<Result<SecurityResponse>> Shown(GetSecuritySetting query, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(query, ct)).Map(setting => new SecurityResponse(setting));
}

public sealed record SecurityResponse(SecuritySetting Setting);

public sealed record SecurityBody(
    bool? ThirdPartyApiEnabled,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? ApiKey,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? ApiSecret,
    string? EncryptionAlgorithm,
    long? NonceTtlSeconds)
{
    internal static SecurityBody Empty { get; } = new(null, null, null, null, null);

    internal ChangeSecuritySetting ToCommand() => new(ThirdPartyApiEnabled, ApiKey, ApiSecret, EncryptionAlgorithm, NonceTtlSeconds);
}
