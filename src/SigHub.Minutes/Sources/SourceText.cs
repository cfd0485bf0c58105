using System.Text;

namespace SigHub.Minutes.Sources;

/// <summary>Bytes to text: UTF-8 with or without byte order mark, UTF-16 with one; anything else is refused.</summary>
internal static class SourceText
{
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

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, .. var rest] => Utf8.GetString(rest),
                [0xFF, 0xFE, .. var rest] => new UnicodeEncoding(false, false, true).GetString(rest),
                [0xFE, 0xFF, .. var rest] => new UnicodeEncoding(true, false, true).GetString(rest),
                _ => Utf8.GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            throw new NotMinutes("The document is not text in UTF-8 or UTF-16.");
        }
    }
}
