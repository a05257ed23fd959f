using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.RealNames.Queries;

public sealed record GetRealNameConfig : IQuery<RealNameConfig>;

public sealed record RealNameConfig(bool Enabled, string Provider, IReadOnlyList<string> BlockActions);

internal sealed class GetRealNameConfigHandler(ISettings settings) : IQueryHandler<GetRealNameConfig, RealNameConfig>
{
    public async Task<Result<RealNameConfig>> Handle(GetRealNameConfig query, CancellationToken ct) => new RealNameConfig(
        await settings.IsOn(RealNameSettings.Enabled, ct), await settings.Get(RealNameSettings.Provider, ct), await settings.Blocked(ct));
}
