using System.Net;
using FluentValidation;

namespace VpsPanel.Application.Hosts;

/// <summary>What may be sent on to the upstream, which checks little itself.</summary>
internal static class HostRules
{
    private const int MaxPort = 65_535;
    private const int MaxPorts = 15;

    private static readonly string[] Everything = ["all", "any", "*"];

    /// <summary>An id that the upstream gave.</summary>
    public static IRuleBuilderOptions<T, string> PartId<T>(this IRuleBuilder<T, string> rule) => rule.Must(IsPartId).WithMessage("must be an id");

    /// <summary>Text for people, of the width of its column.</summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int max) =>
        rule.MaximumLength(max).Must(text => text is null || !text.Any(char.IsControl)).WithMessage("must not contain control characters");

    public static IRuleBuilderOptions<T, string> OsPassword<T>(this IRuleBuilder<T, string> rule) =>
        rule.MaximumLength(64).Must(password => !password.Any(char.IsControl)).WithMessage("must not contain control characters");

    public static IRuleBuilderOptions<T, string> OneOf<T>(this IRuleBuilder<T, string> rule, params IReadOnlyList<string> words) =>
        rule.Must(words.Contains).WithMessage($"must be one of {string.Join(", ", words)}");

    public static IRuleBuilderOptions<T, int> Port<T>(this IRuleBuilder<T, int> rule) =>
        rule.InclusiveBetween(1, MaxPort).WithMessage($"must be a port from 1 to {MaxPort}");

    /// <summary>A port, a range as 80-90 or 80:90, several of them with commas, or all.</summary>
    public static IRuleBuilderOptions<T, string> Ports<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => Everything.Contains(text) || (text.Split(',') is { Length: <= MaxPorts } parts && parts.All(IsPortOrRange)))
            .WithMessage("must be a port, a range such as 80-90, a list of them, or all");

    /// <summary>An address, a network as 192.0.2.0/24, or all.</summary>
    public static IRuleBuilderOptions<T, string> AddressOrNetwork<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => Everything.Contains(text) || IsNetwork(text)).WithMessage("must be an address or a network such as 192.0.2.0/24");

    public static bool IsPartId(string id) =>
        id.Length is > 0 and <= 64 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    public static bool IsPort(string text) =>
        text.Length is > 0 and <= 5 && text.All(char.IsAsciiDigit) && int.Parse(text) is >= 1 and <= MaxPort;

    private static bool IsPortOrRange(string text)
    {
        var ends = text.Split('-', ':');
        return ends.All(IsPort) && (ends.Length == 1 || (ends.Length == 2 && int.Parse(ends[0]) <= int.Parse(ends[1])));
    }

    private static bool IsNetwork(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out var address) || !IsWritten(parts[0], address))
            return false;

        var bits = address.GetAddressBytes().Length * 8;
        return parts.Length == 1 || (parts[1].Length is > 0 and <= 3 && parts[1].All(char.IsAsciiDigit) && int.Parse(parts[1]) <= bits);
    }

    // "1" and "1.2" also parse as addresses, "::1%eth0" names a device of ours.
    private static bool IsWritten(string text, IPAddress address) =>
        address.GetAddressBytes().Length == 4 ? text.Count(letter => letter == '.') == 3 : !text.Contains('%', StringComparison.Ordinal);
}
