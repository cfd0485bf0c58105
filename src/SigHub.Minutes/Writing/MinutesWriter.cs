using SigHub.Minutes.Writing;

namespace SigHub.Minutes;

/// <summary>
/// Writes records as Markdown minutes. What it wrote is read again before it is handed out: reading it gives the same
/// records, or it is refused. Promises inside the discussion (implied actions) are read from the discussion again.
/// </summary>
public static class MinutesWriter
{
    /// <exception cref="CannotBeWritten">A record that no text in this dialect gives back.</exception>
    public static string Write(ReadMeeting meeting, Dialect dialect) => Write(new DayOfMinutes(meeting), dialect);

    /// <inheritdoc cref="Write(ReadMeeting, Dialect)"/>
    public static string Write(DayOfMinutes day, Dialect dialect)
    {
        string? refusal = null;
        foreach (var layout in Layout.All)
        {
            var minutes = new WrittenMinutes(day, dialect, layout);
            if (minutes.Text() is { } text)
                return text;
            refusal ??= minutes.Refusal;
        }
        throw new CannotBeWritten(refusal!);
    }
}
