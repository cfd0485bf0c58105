using System.Text;

namespace SigHub.Minutes.Sources;

/// <summary>Bytes to text: UTF-8 with or without byte order mark, UTF-16 with one or of Latin letters; anything else is refused.</summary>
internal static class SourceText
{
    private const int Sample = 512;
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = Text(bytes);
        if (string.IsNullOrWhiteSpace(text))
            throw new NotMinutes("The document is empty.");
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new NotMinutes("The document is a binary file, not text.")
            : text;
    }

    /// <summary>Lines as editors count them: ended by LF, CRLF or CR.</summary>
    public static string[] Lines(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        return lines is [.. var before, ""] ? before : lines;
    }

    /// <summary>Letters of two bytes each without a mark in front: in Latin script every second byte is zero.</summary>
    private static bool IsWide(ReadOnlySpan<byte> bytes, int zeros)
    {
        var (all, empty) = (0, 0);
        for (var i = 0; i + 1 < bytes.Length && i < Sample; i += 2)
        {
            all++;
            if (bytes[i + zeros] == 0 && bytes[i + 1 - zeros] != 0)
                empty++;
        }
        return all > 1 && bytes.Length % 2 == 0 && empty * 10 >= all * 9;
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, .. var rest] => Utf8.GetString(rest),
                [0xFF, 0xFE, .. var rest] => new UnicodeEncoding(false, false, true).GetString(rest),
                [0xFE, 0xFF, .. var rest] => new UnicodeEncoding(true, false, true).GetString(rest),
                _ when IsWide(bytes, 1) => new UnicodeEncoding(false, false, true).GetString(bytes),
                _ when IsWide(bytes, 0) => new UnicodeEncoding(true, false, true).GetString(bytes),
                _ => Utf8.GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            throw new NotMinutes("The document is not text in UTF-8 or UTF-16.");
        }
    }
}
