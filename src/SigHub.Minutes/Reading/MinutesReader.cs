using System.Security.Cryptography;
using System.Text;
using SigHub.Minutes.Explaining;
using SigHub.Minutes.Sections;
using SigHub.Minutes.Sources;

namespace SigHub.Minutes;

/// <summary>Reads one document of free-form minutes, a group's page or a roadmap into records.</summary>
public static class MinutesReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="document">The document's path as given; where the text has no date, the path's may stand for it.</param>
    /// <param name="bytes">The file as it is: UTF-8 with or without byte order mark, or UTF-16.</param>
    /// <exception cref="NotMinutes">The bytes are empty, binary or no text.</exception>
    public static Reading Read(string document, ReadOnlyMemory<byte> bytes)
    {
        var text = SourceText.Decode(bytes.Span);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        return GroupsFile.Read(document, sha256, SourceText.Lines(text))
            ?? DocumentReading.Read(document, sha256, Outline.Of(text));
    }

    /// <summary>Reads text as it stands in an editor; its hash is that of its UTF-8 bytes.</summary>
    /// <exception cref="NotMinutes">The text is empty.</exception>
    public static Reading Read(string document, string text) => Read(document, Encoding.UTF8.GetBytes(text));

    /// <summary>Reads a file and says for each of its lines what it was taken for, and by which rules.</summary>
    /// <exception cref="NotMinutes">The bytes are empty, binary or no text.</exception>
    public static Explanation Explain(string document, ReadOnlyMemory<byte> bytes)
    {
        var (reading, trace) = Trace.Of(() => Read(document, bytes));
        return Explainer.Explain(reading, SourceText.Decode(bytes.Span), trace);
    }
}
