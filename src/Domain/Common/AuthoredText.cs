using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VpsPanel.Domain.Common;

/// <summary>
/// The one rule for text that people write and others see. It is text, and clients have to show it as text; should one of them put it
/// into a page all the same, nothing in it runs: what a browser would take for a script address or for an element that acts is broken by
/// a blank. Everything else stays as it was written, also <c>a &lt; b</c> and <c>&lt;stdio.h&gt;</c>. Doing it twice changes nothing.
/// </summary>
public static class AuthoredText
{
    /// <summary>What browsers leave out of an address, also when it is spelled as a character reference.</summary>
    private const string Ignored = "(?:[\\t\\n\\r]|&(?:tab|newline);|&#0*(?:9|10|13);?|&#x0*[9ad];?)*";

    private const string Colon = "(?<colon>:|&colon;|&#0*58;?|&#x0*3a;?)";

    private const string Acting =
        "script|style|iframe|frame|frameset|object|embed|applet|param|svg|math|link|meta|base|form|input|button|textarea|select|template|noscript"
        + "|title|xmp|plaintext|portal|fencedframe|audio|video|source|track|marquee|isindex";

    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    private static readonly Regex ScriptAddress =
        new($"(?<scheme>{Word("javascript")}|{Word("vbscript")}|{Word("livescript")}){Ignored}{Colon}", Linear, Deadline);

    /// <summary>Documents in an address; pictures may stay, but for those that are documents themselves.</summary>
    private static readonly Regex DocumentAddress =
        new($"(?<scheme>{Word("data")}){Ignored}{Colon}(?<rest>[^,]{{0,20}}(?:html|xml|svg))", Linear, Deadline);

    private static readonly Regex ActingElement = new($"<(?<rest>/?(?:{Acting})(?:[\\s/>]|$))", Linear, Deadline);

    /// <summary>An element with a handler: a name that begins with on, and an equals sign.</summary>
    private static readonly Regex HandlingElement = new("<(?<rest>[a-z][^<]*[^a-z0-9_-]on[a-z]+\\s*=)", Linear, Deadline);

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text without what acts.</summary>
    public static string Defuse(string text)
    {
        if (text.AsSpan().IndexOfAny(":&<") < 0)
            return text;

        text = ActingElement.Replace(DefuseAddresses(text), "< ${rest}");
        return HandlingElement.Replace(text, "< ${rest}");
    }

    /// <summary>For what was cleaned as HTML: its text may still be read as something else that has links.</summary>
    public static string DefuseAddresses(string text) =>
        DocumentAddress.Replace(ScriptAddress.Replace(text, "${scheme} ${colon}"), "${scheme} ${colon}${rest}");

    /// <summary>The JSON text with every text in it defused; the same text when nothing in it acts, or when it is no JSON.</summary>
    public static string DefuseJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Acts(document.RootElement) ? Rewrite(document.RootElement) : json;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is half a character, which no text holds.
            return json;
        }
    }

    private static string Word(string word) => string.Join(Ignored, word.Select(Letter));

    private static string Letter(char letter)
    {
        var (small, large) = ((int)letter, (int)char.ToUpperInvariant(letter));
        return $"(?:{letter}|&#0*(?:{small}|{large});?|&#x0*(?:{small:x}|{large:x});?)";
    }

    private static bool Acts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => IsOther(element.GetString()!),
        JsonValueKind.Array => element.EnumerateArray().Any(Acts),
        JsonValueKind.Object => element.EnumerateObject().Any(member => IsOther(member.Name) || Acts(member.Value)),
        _ => false,
    };

    private static bool IsOther(string text) => Defuse(text) != text;

    private static string Rewrite(JsonElement element)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
            Write(element, json);

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(JsonElement element, Utf8JsonWriter json)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                json.WriteStringValue(Defuse(element.GetString()!));
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(item, json);
                json.WriteEndArray();
                break;
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    json.WritePropertyName(Defuse(member.Name));
                    Write(member.Value, json);
                }

                json.WriteEndObject();
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }
}
