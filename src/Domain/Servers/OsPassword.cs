namespace VpsPanel.Domain.Servers;

/// <summary>
/// What may be set as the password of a VPS's system. Images and the tools that set passwords inside them disagree about all but
/// visible ASCII, and refuse silently what is too simple: the VPS would then keep a password that nobody knows.
/// </summary>
public static class OsPassword
{
    public const int MinLength = 8;
    public const int MaxLength = 64;

    /// <summary>For the text of a refusal.</summary>
    public const string Rule =
        "must be 8 to 64 ASCII letters, digits and signs without blanks, with a small letter, a capital letter and a digit among them";

    public static bool IsValid(string password) =>
        password.Length is >= MinLength and <= MaxLength
        && password.All(letter => letter is > ' ' and <= '~')
        && password.Any(char.IsAsciiLetterLower) && password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiDigit);
}
