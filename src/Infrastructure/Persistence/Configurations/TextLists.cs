using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

/// <summary>A short list of texts, stored as a JSON array in one column: what SQL reads can be sent as it is.</summary>
internal static class TextLists
{
    public static PropertyBuilder<IReadOnlyList<string>> IsTextList(this PropertyBuilder<IReadOnlyList<string>> property, int maxLength) =>
        property.HasMaxLength(maxLength).HasConversion(
            list => StoredJson.Write(list),
            text => (IReadOnlyList<string>)StoredJson.Read(text, typeof(string[]))!,
            new ValueComparer<IReadOnlyList<string>>(
                (left, right) => left!.SequenceEqual(right!),
                list => list.Aggregate(0, (hash, text) => HashCode.Combine(hash, text.GetHashCode(StringComparison.Ordinal))),
                list => list));
}
