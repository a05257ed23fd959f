using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>Short lists that belong to a row, kept as JSON arrays, which both databases hold alike.</summary>
internal static class JsonLists
{
    public static PropertyBuilder<IReadOnlyList<TItem>> AsJson<TItem>(this PropertyBuilder<IReadOnlyList<TItem>> property) =>
        property.HasConversion(
            list => StoredJson.Write(list),
            text => Read<TItem>(text),
            new ValueComparer<IReadOnlyList<TItem>>(
                (left, right) => left!.SequenceEqual(right!),
                list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
                list => list));

    public static IReadOnlyList<TItem> Read<TItem>(string text) => (IReadOnlyList<TItem>)StoredJson.Read(text, typeof(List<TItem>))!;
}
