using System.Text.Json;
using System.Text.Json.Serialization;
using VpsPanel.Application.Engagement.Cms;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(CategoryFields))]
[JsonSerializable(typeof(PostFields))]
[JsonSerializable(typeof(BlockFields))]
[JsonSerializable(typeof(CmsCategoryView))]
[JsonSerializable(typeof(CmsPostView))]
[JsonSerializable(typeof(CmsBlockView))]
[JsonSerializable(typeof(Listing<CmsCategoryView>))]
[JsonSerializable(typeof(Listing<CmsBlockView>))]
[JsonSerializable(typeof(Page<CmsPostView>))]
internal sealed partial class CmsJson : JsonSerializerContext;

/// <summary>A blank text asks for no time at all, which null cannot say in a PATCH.</summary>
internal sealed class MomentConverter : JsonConverter<Moment>
{
    private static readonly InstantConverter Instants = new();

    public override Moment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && string.IsNullOrWhiteSpace(reader.GetString())
            ? default
            : new Moment(Instants.Read(ref reader, typeof(DateTimeOffset), options));

    public override void Write(Utf8JsonWriter writer, Moment value, JsonSerializerOptions options)
    {
        if (value.At is { } at)
            Instants.Write(writer, at, options);
        else
            writer.WriteStringValue("");
    }
}
