using System.Globalization;

namespace VpsPanel.Domain.Identity.RealNames;

/// <summary>The number of a Chinese identity card, GB 11643: region, date of birth, sequence, check character.</summary>
public static class IdCard
{
    private const int Length = 18;
    private const string CheckCharacters = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>What is wrong, or null. The number is as <see cref="Normalize"/> leaves it.</summary>
    public static string? Validate(string name, string number)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "the name is missing";

        if (number.Length != Length)
            return "the id number does not have 18 characters";

        if (!number.AsSpan(0, Weights.Length).ContainsOnlyDigits() || !(char.IsAsciiDigit(number[^1]) || number[^1] == 'X'))
            return "the id number is not 17 digits and a check character";

        if (!DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return "the id number names no date of birth";

        return number[^1] == CheckOf(number) ? null : "the check character of the id number is wrong";
    }

    public static string Normalize(string number) => number.Trim().ToUpperInvariant();

    /// <summary>As people may see it: first and last four characters.</summary>
    public static string Mask(string number) => number.Length > 8 ? $"{number[..4]}****{number[^4..]}" : "****";

    private static char CheckOf(string number) =>
        CheckCharacters[Weights.Select((weight, at) => weight * (number[at] - '0')).Sum() % CheckCharacters.Length];

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
