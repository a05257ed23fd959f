using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Identity.RealNames;

namespace VpsPanel.Application.Identity.RealNames;

/// <param name="IdNumber">Masked.</param>
public sealed record RealNameView(
    long Id,
    long UserId,
    string RealName,
    string IdNumber,
    [property: WordsOf(typeof(RealNameStatus))] string Status,
    string Provider,
    string Reason,
    DateTimeOffset CreatedAt,
    DateTimeOffset? VerifiedAt)
{
    internal const string Columns =
        """
        r.id, r.user_id, r.name as real_name, r.masked_number as id_number, r.status, r.provider, r.reason, r.created_at, r.verified_at
        """;
}

internal sealed class RealNameMaps : Mappings
{
    public RealNameMaps() => CreateMap<RealNameRecord, RealNameView>()
        .ForCtorParam(nameof(RealNameView.RealName), view => view.MapFrom(record => record.Name))
        .ForCtorParam(nameof(RealNameView.IdNumber), view => view.MapFrom(record => record.MaskedNumber));
}
