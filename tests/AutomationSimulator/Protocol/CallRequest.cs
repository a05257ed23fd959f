using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace VpsPanel.AutomationSimulator.Protocol;

/// <summary>A call as it came in, with the parameters of the place where this action reads them.</summary>
internal sealed record CallRequest(
    string Action, string Method, string ApiKey, string Origin, IReadOnlyDictionary<string, string> Parameters)
{
    internal string this[string name] => Parameters.TryGetValue(name, out var value) ? value.Trim() : "";

    internal int? Int(string name) =>
        int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    internal long? Id(string name) =>
        long.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    internal DateTime? Time(string name) =>
        DateTime.TryParseExact(this[name], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : null;

    internal static async Task<CallRequest> Read(HttpRequest http, string action)
    {
        IEnumerable<KeyValuePair<string, StringValues>> fields = ActionTable.Find(action)?.Source switch
        {
            Source.Form => http.HasFormContentType ? await http.ReadFormAsync() : [],
            _ => http.Query,
        };

        return new CallRequest(
            action,
            http.Method,
            http.Headers["apikey"].ToString(),
            $"{http.Scheme}://{http.Host}",
            fields.ToDictionary(field => field.Key, field => field.Value.ToString()));
    }
}
