using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.WebApi.Http;

/// <summary>How bodies are read and written: snake_case, source-generated, strict on text, forgiving on numbers.</summary>
internal static class Json
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = true;
        options.NumberHandling = JsonNumberHandling.AllowReadingFromString;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new BooleanConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new YuanConverter());
        options.Converters.Add(new MomentConverter());
        options.TypeInfoResolverChain.Clear();
        foreach (var context in JsonContexts.All)
            options.TypeInfoResolverChain.Add(context);
    }

    public static Task Write<T>(HttpContext context, T value) => context.Response.WriteAsJsonAsync(
        value, TypeOf<T>(context), "application/json; charset=utf-8", context.RequestAborted);

    /// <summary>How the service reads and writes the type.</summary>
    public static JsonTypeInfo<T> TypeOf<T>(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }
}
