using System.Globalization;
using FluentValidation;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers;

/// <summary>What may be sent on to the upstream, which checks little itself.</summary>
internal static class VpsRules
{
    private const int MaxPort = 65_535;
    private const int MaxPorts = 15;

    private static readonly string[] Everything = ["all", "any", "*"];

    /// <summary>An id that the upstream gave.</summary>
    public static IRuleBuilderOptions<T, string> UpstreamResourceId<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(IsUpstreamResourceId).WithMessage("must be an id");

    /// <summary>Text for people, of the width of its column.</summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int max) =>
        rule.MaximumLength(max).Must(text => text is null || !text.Any(char.IsControl)).WithMessage("must not contain control characters");

    /// <summary>A password for the VPS's system, or blank where one need not be given.</summary>
    public static IRuleBuilderOptions<T, string?> OsPasswordOrBlank<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(password => string.IsNullOrWhiteSpace(password) || OsPassword.IsValid(password)).WithMessage(OsPassword.Rule);

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
        rule.Must(text => Everything.Contains(text) || IpNetworks.TryParse(text, out _)).WithMessage($"{IpNetworks.Rule}, or all");

    /// <summary>The address or network as every upstream reads it alike.</summary>
    public static string PlainAddress(string text) => IpNetworks.Canonical(text) ?? text;

    public static bool IsUpstreamResourceId(string id) =>
        id.Length is > 0 and <= 64 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    /// <summary>Plain digits: a leading zero makes an octal number for some.</summary>
    public static bool IsPort(string text) =>
        text.Length is > 0 and <= 5 && text[0] != '0' && text.All(char.IsAsciiDigit) && Number(text) <= MaxPort;

    private static bool IsPortOrRange(string text)
    {
        var ends = text.Split('-', ':');
        return ends.All(IsPort) && (ends.Length == 1 || (ends.Length == 2 && Number(ends[0]) <= Number(ends[1])));
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
