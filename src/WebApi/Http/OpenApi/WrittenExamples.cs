using System.Text.Json.Nodes;

namespace VpsPanel.WebApi.Http.OpenApi;

/// <summary>
/// What examples.json says: whole bodies as a person would send them, by the name of their component, and members of answers whose name alone
/// does not tell what they hold.
/// </summary>
internal static class WrittenExamples
{
    private static readonly JsonObject Written = Read();

    public static JsonNode? OfBody(string component) => Written["bodies"]![component]?.DeepClone();

    public static JsonNode? OfMember(string component, string member) => Written["members"]![$"{component}.{member}"]?.DeepClone();

    private static JsonObject Read()
    {
        using var file = typeof(WrittenExamples).Assembly.GetManifestResourceStream("examples.json")!;
        return JsonNode.Parse(file)!.AsObject();
    }
}
