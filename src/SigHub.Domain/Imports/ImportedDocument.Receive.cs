using System.Security.Cryptography;
using System.Text;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Imports;

/// <content>Taking a document in.</content>
public sealed partial class ImportedDocument
{
    public const int MostBytes = 5 * 1024 * 1024;

    private const string Readable = "Markdown, HTML or plain text";

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>
    /// Text in UTF-8 (or UTF-16 with its mark), not empty, at most 5 MB. Whoever keeps a group's minutes brings documents to that
    /// group; only an administrator brings one that says itself which groups it is about.
    /// </summary>
    public static ImportedDocument Receive(
        Actor by,
        string fileName,
        byte[] content,
        DocumentKind kind,
        Guid? groupId,
        DateTime now
    )
    {
        RuleBroken.Unless(
            groupId is { } group ? by.KeepsMinutes(group) : by.IsAdministrator,
            groupId is null
                ? "Choose a group of yours for this document; only an administrator can import without one."
                : "Only a chair, a lead or the secretary can import into a group."
        );

        return new ImportedDocument(Ids.New(now), fileName, TextOf(fileName, content), HashOf(content))
        {
            Kind = kind,
            GroupId = groupId,
            ByPersonId = by.PersonId,
            At = now,
        };
    }

    /// <summary>A document that was brought without a group turns out to be about this one.</summary>
    public void IsAbout(Guid groupId)
    {
        RuleBroken.If(GroupId is not null && GroupId != groupId, $"“{FileName}” already belongs to another group.");

        GroupId = groupId;
    }

    public VisibilityChanged ShowTo(Actor by, Visibility visibility, DateTime now)
    {
        RuleBroken.Unless(
            GroupId is { } group ? by.Leads(group) : by.IsAdministrator,
            "Only whoever leads this group can change who sees a document."
        );
        RuleBroken.If(visibility == Visibility, $"“{FileName}” is already {visibility.Name()}.");

        var old = Visibility;
        Visibility = visibility;
        return new VisibilityChanged(Subject, by.PersonId, now, old, visibility);
    }

    /// <summary>SHA-256, 64 lower-case hexadecimal digits.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>
    /// The document's text without a byte order mark; refuses what is empty, too large, or no text, and says how to mend it.
    /// </summary>
    public static string TextOf(string fileName, byte[] content)
    {
        RuleBroken.If(
            content.Length > MostBytes,
            $"“{fileName}” is over 5 MB, which is more than SigHub reads. Leave its pictures out, or bring it in parts."
        );
        var printed = Printed(content.AsSpan().TrimStart("\uFEFF \t\r\n"u8));
        RuleBroken.If(
            printed is not null,
            $"“{fileName}” is {printed}, which says how pages look. Export it as {Readable}, and bring that."
        );

        var text = Decoded(fileName, content);
        RuleBroken.If(
            string.IsNullOrWhiteSpace(text),
            $"“{fileName}” is empty. Save it once more where it was written, and bring it again."
        );
        RuleBroken.If(
            text.Contains('\0', StringComparison.Ordinal),
            $"“{fileName}” is not text. Export it as {Readable}, and bring that."
        );
        return text;
    }

    /// <summary>Files that begin with letters and look like text to a program, and to nobody else.</summary>
    private static string? Printed(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? "a PDF"
        : content.StartsWith("%!PS"u8) ? "PostScript"
        : content.StartsWith("{\\rtf"u8) ? "rich text"
        : null;

    private static string Decoded(string fileName, byte[] content)
    {
        try
        {
            return content switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Strict.GetString(content, 3, content.Length - 3),
                [0xFF, 0xFE, ..] => Utf16(bigEndian: false).GetString(content, 2, content.Length - 2),
                [0xFE, 0xFF, ..] => Utf16(bigEndian: true).GetString(content, 2, content.Length - 2),
                _ => Strict.GetString(content),
            };
        }
        catch (DecoderFallbackException)
        {
            throw new RuleBroken($"“{fileName}” is not text in UTF-8. Save it in UTF-8, or export it as {Readable}.");
        }
    }

    private static UnicodeEncoding Utf16(bool bigEndian) =>
        new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);
}
