using System.Security.Cryptography;

namespace VpsPanel.Application.Servers;

/// <summary>Random passwords without letters that look alike.</summary>
internal static class VpsPasswords
{
    private const int SystemLength = 10;
    private const int VncLength = 8;
    private const string Lower = "abcdefghijkmnpqrstuvwxyz";
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";

    public static AccessInfo New()
    {
        var vnc = Make(VncLength);
        return new AccessInfo("", vnc, vnc, Make(SystemLength));
    }

    // One of each kind, since images refuse a password that has not.
    private static string Make(int length)
    {
        char[] letters =
        [
            .. RandomNumberGenerator.GetItems<char>(Lower, 1), .. RandomNumberGenerator.GetItems<char>(Upper, 1),
            .. RandomNumberGenerator.GetItems<char>(Digits, 1), .. RandomNumberGenerator.GetItems<char>(Lower + Upper + Digits, length - 3),
        ];
        RandomNumberGenerator.Shuffle(letters.AsSpan());
        return new string(letters);
    }
}
