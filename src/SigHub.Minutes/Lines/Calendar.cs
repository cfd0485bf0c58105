using System.Globalization;
using System.Text.RegularExpressions;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>A day found in text, and whether the text said its year.</summary>
internal readonly record struct FoundDate(DateOnly Date, int Start, int End, bool HasYear, bool IsUndecided);

/// <summary>
/// Reads days as people write them. What the text leaves open, the year and whether 5/6 is May or June, comes from the
/// rest of the document.
/// </summary>
internal sealed class Calendar(int? year, bool? dayFirst)
{
    private const int Earliest = 1990;
    private const int Latest = 2099;

    private static readonly string MonthName =
        $"(?:{string.Join('|', Vocabulary.Months.SelectMany(names => names.Select(Abbreviable)))}|{English.MonthSlips})";
    private static readonly string WeekdayName = $"(?:{string.Join('|', Vocabulary.Weekdays.SelectMany(Abbreviated))})";

    /// <summary>"May 15-16", "6/7 November": the meeting began on the first.</summary>
    private const string SecondDay = @"(?:[-–/]\d{1,2}(?:st|nd|rd|th)?)?";

    private static readonly Pattern Any = Pattern.Of(
        $@"\b(?:(?<iso>\d{{4}}[-/._ ]\d{{1,2}}[-/._ ]\d{{1,2}}(?:T\d{{2}}:\d{{2}}[:.\d]*Z?)?)|(?<compact>20\d{{6}})"
            + $@"|(?<mdy>{MonthName}\.?[ -]?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?{SecondDay}(?:,? ?-?\d{{4}})?)"
            + $@"|(?<dmy>\d{{1,2}}(?:st|nd|rd|th|\.)?{SecondDay}[ -]?(?:of )?{MonthName}\.?(?:,?[ -]?\d{{4}})?)"
            + $@"|(?<ymd>\d{{4}}[ -]{MonthName}[ -]\d{{1,2}})"
            + @"|(?<numeric>\d{1,2}[/.]\d{1,2}[/.](?:20)?\d{2})|(?<dashed>\d{1,2}-\d{1,2}-20\d{2})|(?<short>\d{1,2}/\d{1,2}))(?:\b|_)"
    );

    private static readonly Pattern WeekdayWord = Pattern.Of($@"\b{WeekdayName}\b,?");

    public int? Year => year;

    private static bool HasDigit(string text) => text.AsSpan().ContainsAnyInRange('0', '9');

    public Calendar InYear(int newYear) => new(newYear, dayFirst);

    public FoundDate? First(string text) => All(text).Cast<FoundDate?>().FirstOrDefault();

    public IEnumerable<FoundDate> All(string text)
    {
        if (!HasDigit(text))
            yield break;
        for (var match = Any.Match(text); match.Success; match = Any.Match(text, Next(match, text)))
            if (!IsNumberOfMeeting(match, text) && Read(match) is { } found)
                yield return found;
    }

    private static int Next(Match match, string text) =>
        IsNumberOfMeeting(match, text)
            ? match.Index + match.Value.IndexOf(' ', StringComparison.Ordinal)
            : match.Index + match.Length;

    /// <summary>"Meeting #17 June 27, 2018" was not on the 17th.</summary>
    private static bool IsNumberOfMeeting(Match match, string text) =>
        match.Groups["dmy"].Success
        && match.Index > 0
        && text[match.Index - 1] == '#'
        && match.Value.Contains(' ', StringComparison.Ordinal);

    /// <summary>The text without its days, weekdays and times of day.</summary>
    public string Without(string text)
    {
        foreach (var found in All(text).Reverse())
            text = text.Remove(found.Start, found.End - found.Start).Insert(found.Start, " ");
        return WeekdayWord.Replace(TimeOfDay.Without(text), " ");
    }

    /// <summary>1 to 12 by the first three letters, 0 for no month.</summary>
    public static int MonthNumber(string word) =>
        word.Length < 3
            ? 0
            : 1
                + Array.FindIndex(
                    Vocabulary.Months,
                    names => names.Any(name => name.StartsWith(word[..3], StringComparison.OrdinalIgnoreCase))
                );

    /// <summary>0 for Sunday, -1 for no weekday.</summary>
    public static int WeekdayNumber(string word) =>
        word.Length < 3
            ? -1
            : Array.FindIndex(
                Vocabulary.Weekdays,
                names => names.Any(name => name.StartsWith(word[..3], StringComparison.OrdinalIgnoreCase))
            );

    public static string MonthPattern => MonthName;

    public static string WeekdayPattern => WeekdayName;

    /// <summary>English weekdays are abbreviated; three letters of others are words.</summary>
    private static IEnumerable<string> Abbreviated(string[] names) => [Abbreviable(names[0]), .. names[1..]];

    private static string Abbreviable(string name) =>
        name switch
        {
            "may" => "may",
            "september" => "september|sept?",
            "tuesday" => "tuesday|tues?",
            "wednesday" => "wednesday|weds?",
            "thursday" => "thursday|thu(?:rs?)?",
            _ => $"{name}|{name[..3]}",
        };

    private FoundDate? Read(Match match)
    {
        var group = match.Groups.Cast<Group>().Skip(1).First(group => group.Success);
        var numbers = Numbers(match.Value);
        return group.Name switch
        {
            "iso" => At(match, numbers[0], numbers[1], numbers[2]),
            "compact" => At(match, numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100),
            "mdy" or "dmy" => At(match, numbers[^1] > 31 ? numbers[^1] : null, MonthIn(match.Value), numbers[0]),
            "ymd" => At(match, numbers[0], MonthIn(match.Value), numbers[1]),
            _ => Numeric(match, numbers, group.Name),
        };
    }

    private FoundDate? Numeric(Match match, List<int> numbers, string shape)
    {
        var (first, second) = (numbers[0], numbers[1]);
        int? saidYear =
            shape == "short" ? null
            : numbers[2] < 100 ? 2000 + numbers[2]
            : numbers[2];
        if (shape == "short" && year is null)
            return null;
        var daysFirst = first > 12 || second <= 12 && (dayFirst ?? match.Value.Contains('.', StringComparison.Ordinal));
        var found = daysFirst ? At(match, saidYear, second, first) : At(match, saidYear, first, second);
        var undecided = first <= 12 && second <= 12 && first != second && dayFirst is null && shape != "short";
        return found is { } date ? date with { IsUndecided = undecided } : null;
    }

    private FoundDate? At(Match match, int? saidYear, int month, int day)
    {
        if ((saidYear ?? year) is not (>= Earliest and <= Latest and var inYear) || month is < 1 or > 12)
            return null;
        if (day < 1 || day > DateTime.DaysInMonth(inYear, month))
            return null;
        var end = match.Index + match.Length - (match.Value.EndsWith('_') ? 1 : 0);
        return new FoundDate(new DateOnly(inYear, month, day), match.Index, end, saidYear is not null, false);
    }

    private static int MonthIn(string text)
    {
        for (var i = 0; i + 3 <= text.Length; i++)
            if (
                char.IsLetter(text[i])
                && (i == 0 || !char.IsLetter(text[i - 1]))
                && MonthNumber(text[i..]) is > 0 and var month
            )
                return month;
        return 0;
    }

    private static List<int> Numbers(string text)
    {
        var numbers = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
                i++;
            if (i > start)
                numbers.Add(int.Parse(text.AsSpan(start, i - start), CultureInfo.InvariantCulture));
        }
        return numbers;
    }
}
