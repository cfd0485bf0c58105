using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Sections;

/// <summary>A table of days and minutes: each row is one meeting, even where its minutes are empty.</summary>
internal static class MeetingTable
{
    public static IReadOnlyList<(OutlineLine Row, Part Part)> Read(IEnumerable<OutlineLine> lines, Calendar calendar)
    {
        var meetings = new List<(OutlineLine, Part)>();
        Columns? columns = null;
        foreach (var line in lines)
        {
            if (line.Kind != LineKind.Row && line.Kind != LineKind.Verbatim)
                columns = null;
            else if (Columns.Of(line) is { } head)
                columns = head.Has(Column.Date) && head.Has(Column.Minutes) ? head : null;
            else if (
                line.Kind == LineKind.Row
                && columns?.In(line, Column.Date) is { } day
                && calendar.First(day.Text.Text) is { } found
            )
                meetings.Add((line, Meeting(line, found.Date, columns.In(line, Column.Minutes))));
        }
        return meetings;
    }

    private static Part Meeting(OutlineLine row, DateOnly date, Cell? minutes)
    {
        var part = new Part(row, date, false);
        if (minutes is { Inside.Count: > 0 })
            part.Lines.AddRange(minutes.Inside);
        else if (minutes is { Text.IsEmpty: false })
            part.Lines.Add(OutlineLine.Within(row, LineKind.Text, minutes.Text));
        return part;
    }
}
