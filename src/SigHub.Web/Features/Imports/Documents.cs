using SigHub.Domain;
using SigHub.Domain.Imports;
using SigHub.Minutes;

namespace SigHub.Web.Features.Imports;

/// <summary>Opens what somebody brought: its lines, and what the reader made of it.</summary>
internal static class Documents
{
    /// <exception cref="RuleBroken">It is empty, too large, or no text.</exception>
    public static Opened Open(Upload upload) => upload.Opened ??= Read(upload);

    private static Opened Read(Upload upload)
    {
        var text = ImportedDocument.TextOf(upload.FileName, upload.Content);
        try
        {
            return new Opened(MinutesReader.Read(upload.FileName, upload.Content), Lines(text));
        }
        catch (NotMinutes reason)
        {
            throw new RuleBroken(reason.Message);
        }
    }

    /// <summary>As editors count them: a line ends with CR LF, LF or CR.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines is [.., ""] ? lines[..^1] : lines;
    }

    public sealed record Opened(Reading Reading, IReadOnlyList<string> Lines);
}
