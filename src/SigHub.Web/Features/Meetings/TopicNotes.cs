using SigHub.Minutes;
using ReadDay = SigHub.Minutes.ReadMeeting;

namespace SigHub.Web.Features.Meetings;

/// <summary>Which topics of the agenda have something written below them: in the agenda itself, or under a heading of their name.</summary>
internal static class TopicNotes
{
    public static IReadOnlyList<string> Without(string text, ReadDay read)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return [.. read.Agenda.Where(item => !IsWritten(item, read, lines)).Select(item => item.Title)];
    }

    private static bool IsWritten(ReadAgendaItem item, ReadDay read, string[] lines)
    {
        var next = read
            .Agenda.Select(other => other.Lines.First)
            .Where(first => first > item.Lines.Last)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        if (Below(lines, item.Lines.Last, next, Indent(lines[item.Lines.First - 1])))
            return true;

        for (var i = 0; i < lines.Length; i++)
        {
            if (IsHeadingOf(lines[i], item.Title) && Below(lines, i + 1, int.MaxValue, indent: -1))
                return true;
        }

        return false;
    }

    /// <summary>Something stands on the lines after <paramref name="line"/>, deeper than its item, before the next heading.</summary>
    private static bool Below(string[] lines, int line, int end, int indent)
    {
        for (var i = line; i < lines.Length && i + 1 < end; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;

            return !lines[i].StartsWith('#') && Indent(lines[i]) > indent;
        }

        return false;
    }

    private static bool IsHeadingOf(string line, string title) =>
        line.StartsWith('#')
        && string.Equals(
            line.TrimStart('#').Replace("\\", "", StringComparison.Ordinal).Trim(' ', ':'),
            title.Trim(' ', ':'),
            StringComparison.OrdinalIgnoreCase
        );

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}
