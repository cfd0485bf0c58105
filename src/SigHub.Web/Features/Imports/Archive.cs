using System.IO.Compression;
using SigHub.Domain;
using SigHub.Domain.Imports;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// The documents in a zip archive. It is unpacked in memory and never onto a disk, and only as far as its bounds allow; what an
/// archive says of its own sizes is not believed.
/// </summary>
internal static class Archive
{
    public const int MostDocuments = ImportLimit.Most;
    public const int MostPackedBytes = 20 * 1024 * 1024;
    public const int MostUnpackedBytes = 100 * 1024 * 1024;

    private static readonly string[] s_litter = ["__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini"];

    /// <summary>What makes a zip archive a text document, a table or a book: Office Open XML, OpenDocument, EPUB.</summary>
    private static readonly string[] s_office = ["[Content_Types].xml", "mimetype"];

    public static bool IsOne(string fileName, ReadOnlySpan<byte> content) =>
        content.StartsWith("PK\u0003\u0004"u8)
        || content.StartsWith("PK\u0005\u0006"u8)
        || fileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="RuleBroken">It is no archive, or beyond its bounds.</exception>
    public static IReadOnlyList<Packed> Open(string fileName, byte[] content)
    {
        RuleBroken.If(
            content.Length > MostPackedBytes,
            $"“{fileName}” is over 20 MB; bring its documents in several archives."
        );
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            RuleBroken.If(
                zip.Entries.Any(entry => s_office.Contains(entry.FullName, StringComparer.Ordinal)),
                $"“{fileName}” is a document of a word processor. Export it as Markdown, HTML or plain text, and bring that."
            );
            var entries = zip.Entries.Where(IsDocument).ToList();
            RuleBroken.If(entries.Count == 0, $"“{fileName}” holds no documents; put the files themselves into it.");
            RuleBroken.If(
                entries.Count > MostDocuments,
                $"“{fileName}” holds {entries.Count} documents; bring up to {MostDocuments} at a time."
            );

            var left = MostUnpackedBytes;
            var unpacked = new List<Packed>(entries.Count);
            foreach (var entry in entries)
            {
                var one = Unpack(fileName, entry, left);
                left -= one.Content.Length;
                RuleBroken.If(
                    left < 0,
                    $"“{fileName}” unpacks to more than 100 MB; bring its documents in several archives."
                );
                unpacked.Add(one);
            }

            return unpacked;
        }
        catch (Exception reason) when (reason is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw new RuleBroken(
                $"“{fileName}” cannot be unpacked; it is damaged, encrypted or no zip archive. Pack its documents once more, without a password."
            );
        }
    }

    private static Packed Unpack(string fileName, ZipArchiveEntry entry, int left)
    {
        var name = entry.FullName;
        if (LeadsOut(name))
            return new Packed(
                name,
                [],
                $"“{name}” in “{fileName}” names a place outside of the archive and was left out; bring it by itself."
            );

        var most = Math.Min(ImportedDocument.MostBytes, left) + 1;
        using var content = new MemoryStream();
        using var stream = entry.Open();
        var buffer = new byte[81920];
        for (int read; content.Length < most && (read = stream.Read(buffer)) > 0; )
            content.Write(buffer, 0, Math.Min(read, most - (int)content.Length));

        var bytes = content.ToArray();
        return IsOne(name, bytes)
            ? new Packed(
                name,
                [],
                $"“{name}” is an archive inside “{fileName}”, or a word processor’s document; unpack or export it, and bring that."
            )
            : new Packed(name, bytes, Problem: null);
    }

    private static bool IsDocument(ZipArchiveEntry entry) =>
        !entry.FullName.EndsWith('/')
        && !entry.FullName.EndsWith('\\')
        && !s_litter.Any(litter =>
            entry.FullName.StartsWith(litter, StringComparison.Ordinal)
            || entry.Name.Equals(litter, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Nothing is ever written where a name says; a name that tries is not one of minutes.</summary>
    private static bool LeadsOut(string name) =>
        name.StartsWith('/')
        || name.Contains('\\', StringComparison.Ordinal)
        || name.Contains(':', StringComparison.Ordinal)
        || name.Contains('\0', StringComparison.Ordinal)
        || name.Split('/').Contains("..");

    /// <param name="Problem">Why it was not unpacked, in a sentence.</param>
    public sealed record Packed(string FileName, byte[] Content, string? Problem);
}
