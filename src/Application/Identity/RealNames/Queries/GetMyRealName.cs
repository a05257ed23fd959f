using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.RealNames;

namespace VpsPanel.Application.Identity.RealNames.Queries;

public sealed record GetMyRealName : IQuery<RealNameState>;

/// <param name="Verification">The caller's latest record; null while there is none.</param>
public sealed record RealNameState(
    bool Enabled, string Provider, IReadOnlyList<string> BlockActions, bool Verified, RealNameView? Verification);

internal sealed class GetMyRealNameHandler(IReadDb db, ISettings settings, ICurrentActor actor)
    : IQueryHandler<GetMyRealName, RealNameState>
{
    private static readonly Sql<Args, RealNameView> Latest = new(
        $"""
        select {RealNameView.Columns}
        from realname_records r
        where r.user_id = @UserId
        order by r.id desc offset 0 rows fetch next 1 rows only
        """);

    public async Task<Result<RealNameState>> Handle(GetMyRealName query, CancellationToken ct)
    {
        var latest = await db.First(Latest, new Args(actor.UserId.Value), ct);
        return new RealNameState(
            await settings.IsOn(RealNameSettings.Enabled, ct),
            await settings.Get(RealNameSettings.Provider, ct),
            await settings.Blocked(ct),
            latest?.Status == WireNames.Of(RealNameStatus.Verified),
            latest);
    }

    internal sealed record Args(long UserId);
}
