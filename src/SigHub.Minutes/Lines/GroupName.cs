using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>A group's name out of a title: without the day, "meeting", "minutes" and the signs between them.</summary>
internal static class GroupName
{
    private static readonly FirstFit<GroupKind> Kinds = new(Vocabulary.Groups, anyCase: false);
    private static readonly Pattern MeetingWords = Pattern.Of(Vocabulary.MeetingWords);
    private static readonly Pattern MeetingOf = Pattern.Of(
        @"^(?:meeting )?(?:minutes|notes|meeting|agenda|summary|recap|log)(?: and notes)?(?: of| for| from|:| -)(?: the)?(?: \w+ meeting of(?: the)?)?(?: \d{1,4}(?:st|nd|rd|th))? (?<name>.+)$"
    );
    private static readonly Pattern CallOf = Pattern.Of(
        @"^(?:.* )?(?:meeting|call|telecon(?:ference)?|session|assembly|minutes) of (?:the )?(?<name>.+)$"
    );
    private static readonly Pattern InFront = Pattern.Of(
        @$"^(?:(?:(?:meeting|minutes|notes|agenda|{Vocabulary.TitleEnds})\b|\d+\.)[ :,/–—-]*)+"
    );
    private static readonly Pattern Draft = Pattern.Of(@"^(?:draft|final|approved|unapproved)\b[ :–-]*");
    private static readonly Pattern AtEnd = Pattern.Of(
        $@"[ ,:;/–—-]*\b(?:{Calendar.MonthPattern}|(?:bi-?|semi-?)?(?:weekly|monthly|annual|quarterly)|meetings?|minutes|notes?|agendas?|calls?|tele-?con(?:ference)?s?|sync(?:-?up)?|summary|log|current|archive|done|draft|final|approved|no\.?|number|roadmap|home(?:page)?|page|wiki|charter|and|&|for|on|of|the|{Vocabulary.TitleEnds}|#?\d+)[ ,:;–—-]*$"
    );
    private const int MostWords = 6;
    private static readonly Pattern BeforeMeeting = Pattern.Of(
        @"^(?<name>[^:|\[\]""“”]{2,60}?)(?:['’]s?)? (?:meetings?|calls?|sync|tele-?con(?:ference)?s?|minutes)\b"
    );
    private static readonly Pattern OfBody = Pattern.Of(Vocabulary.MeetingOfBody);
    private static readonly Pattern Report = Pattern.Of(English.Report);
    private static readonly Pattern Channel = Pattern.Of(@"^(?:#[\w-]+|title|subject|summary): *");
    private static readonly Pattern Bracketed = Pattern.Of(@" *[(\[][^()\[\]]*[)\]] *$");

    public static GroupKind? KindOf(string name) => Kinds.In(name);

    /// <summary>Null when nothing that names a group is left: "Weekly meeting", "2023-05-04".</summary>
    public static string? Of(string title, Calendar calendar)
    {
        var name = Channel
            .Replace(OfBody.Replace(calendar.Without(title), "${body}"), "")
            .Trim(' ', '-', '–', '—', ':', ',', '|', '/', '#', '*');
        name = Draft.Replace(string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)), "");
        if (MeetingOf.Match(name) is { Success: true } of)
            name = of.Groups["name"].Value;
        if (CallOf.Match(name) is { Success: true } call)
            name = call.Groups["name"].Value;
        if (InFront.Replace(name, "") is var rest && KindOf(rest) is not null && Rest(rest).Any(char.IsLetter))
            name = rest;
        for (var shorter = Shorter(name); shorter != name; shorter = Shorter(name))
            name = shorter;
        return KindOf(name) is not null && Rest(name).Any(char.IsLetter) && !Report.IsMatch(name)
            ? Cased(Nominative(name))
            : null;
    }

    /// <summary>
    /// Whose meeting a title names, though no word makes it a group's: "Widgets Community" of "Widgets Community Meeting 12". Null for
    /// "Weekly meeting", "Release planning call".
    /// </summary>
    public static string? OfMeeting(string title, Calendar calendar)
    {
        var name = string.Join(' ', calendar.Without(title).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        name = BeforeMeeting.Match(name) is { Success: true } match
            ? Bracketed.Replace(match.Groups["name"].Value.Trim(' ', '-', '–', '—', ',', '*', '#'), "")
            : "";
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 0 && English.Occasions.Contains(words[^1]))
            words.RemoveAt(words.Count - 1);
        return words.Count is > 0 and <= MostWords && words.Exists(IsOwnName) && !words.Exists(English.Joints.Contains)
            ? string.Join(' ', words)
            : null;
    }

    /// <summary>A word that only one group has: with a capital or a sign in it, and of no other use in titles.</summary>
    private static bool IsOwnName(string word) =>
        word.Any(char.IsLetter)
        && (word.Any(char.IsUpper) || word.Contains('-', StringComparison.Ordinal))
        && !English.Occasions.Contains(word)
        && !English.Circles.Contains(word);

    /// <summary>"Technischen Ausschusses" is the genitive of "Technischer Ausschuss".</summary>
    private static string Nominative(string name)
    {
        var words = name.Split(' ');
        for (var i = 0; i < words.Length; i++)
            foreach (var (genitive, body, ending) in Vocabulary.Genitives)
            {
                if (!words[i].EndsWith(genitive, StringComparison.OrdinalIgnoreCase))
                    continue;
                var start = words[i].Length - genitive.Length;
                words[i] = words[i][..start] + words[i][start] + body[1..];
                if (i > 0 && words[i - 1].EndsWith("en", StringComparison.Ordinal))
                    words[i - 1] = words[i - 1][..^2] + ending;
                break;
            }
        return string.Join(' ', words);
    }

    /// <summary>What a title says beyond days and the words of every meeting.</summary>
    public static string Rest(string title) =>
        MeetingWords
            .Replace(title, " ")
            .Trim(' ', '-', '–', '—', ':', ',', '|', '/', '#', '*', '(', ')', '.', '[', ']');

    /// <summary>Whose roadmap it is: "Widgets" of "Widgets Roadmap 2025".</summary>
    public static string? OfRoadmap(string title) =>
        AtEnd.Replace(AtEnd.Replace(title, ""), "").Trim() is { Length: > 0 } name ? name : null;

    private static string Shorter(string name)
    {
        var trimmed = AtEnd.Replace(name, "").Trim(' ', '-', '–', '—', ':', ',', '|', '(', '[', '.', '#');
        var unbracketed = Bracketed.Replace(trimmed, "");
        return unbracketed.Length > 0 && KindOf(unbracketed) is not null ? unbracketed : trimmed;
    }

    private static string Cased(string name) =>
        name.Any(char.IsLower) || !name.Contains(' ', StringComparison.Ordinal)
            ? name
            : string.Join(
                ' ',
                name.Split(' ').Select(word => word.Length <= 3 ? word : word[..1] + word[1..].ToLowerInvariant())
            );
}
