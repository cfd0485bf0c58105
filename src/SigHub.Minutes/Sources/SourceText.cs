using System.Text;

namespace SigHub.Minutes.Sources;

/// <summary>Bytes to text: UTF-8 with or without byte order mark, UTF-16 with one or of Latin letters; anything else is refused.</summary>
internal static class SourceText
{
    private const int Sample = 512;
    private const string Export = "Export it as Markdown, HTML or plain text.";
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Printed(bytes.TrimStart("\uFEFF \t\r\n"u8)) is { } kind)
            throw new NotMinutes($"The document is {kind}, which says how pages look. {Export}");
        var text = Text(bytes);
        if (string.IsNullOrWhiteSpace(text))
            throw new NotMinutes("The document is empty. Export it again, or paste its text.");
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new NotMinutes($"The document is a binary file, not text. {Export}")
            : text;
    }

    /// <summary>Files that begin with letters and look like text to a program, and to nobody else.</summary>
    private static string? Printed(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? "a PDF"
        : bytes.StartsWith("%!PS"u8) ? "PostScript"
        : bytes.StartsWith("{\\rtf"u8) ? "rich text"
        : null;

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
            throw new NotMinutes("The document is not text in UTF-8 or UTF-16. Save it in UTF-8.");
        }
    }
}
