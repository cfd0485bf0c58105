using System.Buffers;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>The day by which a task is to be done: only where the text says "by", "due", "before" or names a call on a day.</summary>
internal static class Due
{
    private static readonly Pattern Ahead = Pattern.Of(
        @$"(?:\b(?:{Vocabulary.DueAhead})\b\]?:? *(?:the |on |end of day |den |dem |der )?)"
    );
    private static readonly Pattern InCall = Pattern.Of(@"^(?:[^,;.]{0,20}) (?:call|meeting|session)\b");
    private static readonly Pattern In = Pattern.Of(@"\b(?:in|at|on|for) (?:the )?");
    private static readonly Pattern Preposition = Pattern.Of(@"(?:\b(?:of|from|on|for|at|since|in|the|and)|\() *$");
    private static readonly Pattern RelativeWeek = Pattern.Of(
        @"\b(?:by|before|due|until) (?:(?:the )?(?:end of )?(?<which>this|next) week|eow|(?:the )?end of (?:the )?week)\b"
    );
    private static readonly Pattern OnWeekday = Pattern.Of(
        $@"\b(?:by|before|due|until|bis|till|senast) (?:this |next |coming |nächsten |nästa |på )?(?<day>{Calendar.WeekdayPattern})\b"
    );
    private static readonly Pattern RelativeMonth = Pattern.Of(
        @"\b(?:by|before|due|until) (?:the )?end of (?<which>this |the |next )?month\b"
    );
    private static readonly Pattern NextMeeting = Pattern.Of(
        @"\b(?:by|before|until|due|due by) (?:the |our )?(?:next|following) (?:\w+ )?(?:meeting|call|session|sync)\b"
    );

    /// <summary>One of these stands in front of each relative day: a quick look before the long ones.</summary>
    private static readonly SearchValues<string> RelativeHints = SearchValues.Create(
        ["by ", "before ", "due ", "until ", "bis ", "till ", "senast "],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly Pattern Tomorrow = Pattern.Of(@"\b(?:by|before|due|until) tomorrow\b");

    /// <param name="meeting">The day of the meeting, from which relative words count.</param>
    /// <param name="next">The day of the meeting after it, where the document lets it be known.</param>
    public static DateOnly? Read(string text, DateOnly? meeting, Calendar calendar, Func<DateOnly?> next)
    {
        foreach (var found in (meeting is { } day ? calendar.InYear(day.Year) : calendar).All(text))
        {
            var before = text[..found.Start];
            var isDue =
                Ahead.Matches(before).LastOrDefault() is { } ahead
                && ahead.Index + ahead.Length >= before.TrimEnd().Length;
            var isCall =
                In.Matches(before).LastOrDefault() is { } into
                && into.Index + into.Length >= before.Length
                && InCall.IsMatch(text[found.End..]);
            if (isDue || isCall || IsAtEnd(text, found, meeting))
                return found.HasYear || meeting is null || found.Date >= meeting.Value.AddMonths(-2)
                    ? found.Date
                    : found.Date.AddYears(1);
        }
        return !text.AsSpan().ContainsAny(RelativeHints) ? null
            : NextMeeting.IsMatch(text) ? next()
            : meeting is { } from ? Relative(text, from)
            : null;
    }

    /// <summary>Task lists of wikis end a task with its day; "minutes of 2021-03-04" is none.</summary>
    private static bool IsAtEnd(string text, FoundDate found, DateOnly? meeting) =>
        found.HasYear
        && found.Date >= meeting
        && found.End >= text.TrimEnd(' ', '.', ')').Length
        && !Preposition.IsMatch(text[..found.Start]);

    private static DateOnly? Relative(string text, DateOnly meeting)
    {
        if (Tomorrow.IsMatch(text))
            return meeting.AddDays(1);
        if (OnWeekday.Match(text) is { Success: true } weekday)
        {
            var wanted = Calendar.WeekdayNumber(weekday.Groups["day"].Value);
            var ahead = (wanted - (int)meeting.DayOfWeek + 7) % 7;
            return meeting.AddDays(ahead == 0 ? 7 : ahead);
        }
        if (RelativeWeek.Match(text) is { Success: true } week)
        {
            var friday = meeting.AddDays((5 - (int)meeting.DayOfWeek + 7) % 7);
            return week.Groups["which"].Value.Equals("next", StringComparison.OrdinalIgnoreCase)
                ? friday.AddDays(7)
                : friday;
        }
        if (RelativeMonth.Match(text) is { Success: true } month)
        {
            var first = new DateOnly(meeting.Year, meeting.Month, 1);
            var months = month.Groups["which"].Value.StartsWith("next", StringComparison.OrdinalIgnoreCase) ? 2 : 1;
            return first.AddMonths(months).AddDays(-1);
        }
        return null;
    }
}
