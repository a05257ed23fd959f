using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Settings;

/// <summary>Refusals that name the settings and the permissions that changing them takes.</summary>
internal static class Denials
{
    private const string Code = "auth.permission_denied";

    public static bool IsDenial(this Error failure) => failure.Code == Code;

    public static Error Of(Setting setting) => Of(new Dictionary<string, string[]> { [setting.Key] = [$"{setting.Key} needs {setting.ChangeNeeds}"] });

    public static Error Of(IEnumerable<Error> denials) => Of(denials.SelectMany(failure => failure.Details!)
        .GroupBy(pair => pair.Key, StringComparer.Ordinal)
        .ToDictionary(pairs => pairs.Key, pairs => pairs.First().Value, StringComparer.Ordinal));

    private static Error Of(IReadOnlyDictionary<string, string[]> details) =>
        Error.Forbidden(Code, $"permission denied for {string.Join(", ", details.Keys)}") with { Details = details };
}
