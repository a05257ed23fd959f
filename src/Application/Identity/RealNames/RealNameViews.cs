using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
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
    public RealNameMaps() => CreateMap<RealNameRecord, RealNameView>().ConvertUsing((record, _) => View(record));

    private static RealNameView View(RealNameRecord record) => new(
        record.Id.Value,
        record.UserId.Value,
        record.Name,
        record.MaskedNumber,
        WireNames.Of(record.Status),
        record.Provider,
        record.Reason,
        record.CreatedAt,
        record.VerifiedAt);
}
