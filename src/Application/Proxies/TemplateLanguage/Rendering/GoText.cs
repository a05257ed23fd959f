using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

/// <summary>
/// Text as Go has it: a row of bytes. A byte that belongs to no UTF-8 character is kept as the lone surrogate U+DC00 plus the byte, so that
/// it is written as what it was.
/// </summary>
public static class GoText
{
    private const int Escape = 0xDC00;

    /// <summary>By their bytes, in which map keys are sorted and text is compared.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create(Compare);

    public static string FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);

        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var known = Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done;
            text.Append(known ? rune.ToString() : ((char)(Escape + bytes[0])).ToString());
            bytes = bytes[(known ? length : 1)..];
        }

        return text.ToString();
    }

    public static byte[] ToBytes(string text) => ToBytes(text.AsSpan());

    /// <summary>The text with everything that is no Unicode replaced, for readers that take nothing else.</summary>
    public static string Valid(string text) => HasSurrogates(text)
        ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()))
        : text;

    /// <summary>Bytes that were apart may be a character together.</summary>
    public static string Joined(string text) => HasSurrogates(text) && HasBytes(text) ? FromBytes(ToBytes(text)) : text;

    public static int Compare(string? one, string? other)
    {
        var left = one.AsSpan();
        var right = other.AsSpan();
        var at = left.CommonPrefixLength(right);
        if (at == left.Length || at == right.Length)
            return left.Length.CompareTo(right.Length);
        if (!char.IsSurrogate(left[at]) && !char.IsSurrogate(right[at]))
            return left[at].CompareTo(right[at]);
        if (at > 0 && char.IsHighSurrogate(left[at - 1]))
            at--;

        return ToBytes(left[at..]).AsSpan().SequenceCompareTo(ToBytes(right[at..]));
    }

    private static byte[] ToBytes(ReadOnlySpan<char> text)
    {
        if (!HasSurrogates(text))
            return Encoding.UTF8.GetBytes(text.ToArray());

        var bytes = new ArrayBufferWriter<byte>(text.Length + 16);
        while (!text.IsEmpty)
        {
            var known = Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done;
            if (!known && text[0] is >= '\uDC80' and <= '\uDCFF')
                bytes.Write([(byte)(text[0] - Escape)]);
            else
                bytes.Advance(rune.EncodeToUtf8(bytes.GetSpan(4)));

            text = text[length..];
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static bool HasSurrogates(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;

    private static bool HasBytes(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is >= '\uDC80' and <= '\uDCFF' && (at == 0 || !char.IsHighSurrogate(text[at - 1])))
                return true;
        }

        return false;
    }
}
