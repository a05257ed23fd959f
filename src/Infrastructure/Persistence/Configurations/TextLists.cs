using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

/// <summary>A short list of texts, stored as a JSON array in one column: what SQL reads can be sent as it is.</summary>
internal static class TextLists
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static PropertyBuilder<IReadOnlyList<string>> IsTextList(this PropertyBuilder<IReadOnlyList<string>> property, int maxLength) =>
        property.HasMaxLength(maxLength).HasConversion(
            list => JsonSerializer.Serialize(list, Plain),
            text => JsonSerializer.Deserialize<string[]>(text, Plain)!,
            new ValueComparer<IReadOnlyList<string>>(
                (left, right) => left!.SequenceEqual(right!),
                list => list.Aggregate(0, (hash, text) => HashCode.Combine(hash, text.GetHashCode(StringComparison.Ordinal))),
                list => list));
}
