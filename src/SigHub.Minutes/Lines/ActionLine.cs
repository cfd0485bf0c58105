using System.Globalization;
using System.Text.RegularExpressions;
using SigHub.Minutes.Explaining;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>What a task's line says.</summary>
/// <param name="Dated">The words that may say when it is due.</param>
/// <param name="IsStated">Whether a field of its own gives the state, so that nothing below can.</param>
/// <param name="IsOwned">Whether a field of its own names the owners, likewise.</param>
internal sealed record ActionWords(string? Id, State State, Owned Owned, string Dated, bool IsStated, bool IsOwned);

/// <summary>A task's line: its mark, number, state, owners and due day taken off, the task left.</summary>
internal static class ActionLine
{
    private static readonly Pattern Mark = Pattern.AtFront(Vocabulary.ActionMark, anyCase: false);
    private static readonly Pattern LastMark = Pattern.AtFront(English.LastActionMark, anyCase: false);
    private static readonly Pattern BareMark = Pattern.Of(English.BareActionMark, anyCase: false);
    private static readonly Pattern BareHeading = Pattern.Of(English.BareActionHeading);
    private static readonly Pattern Nothing = Pattern.AtFront(Vocabulary.Nothing);
    private static readonly Pattern Number = Pattern.Of(@"[\[(]?\b(?<id>A-\d+)\b[\])]?:? *", anyCase: false);

    /// <summary>"[DONE] ACTION: …": the state before the mark.</summary>
    private static readonly Pattern Standing = Pattern.Of("^" + English.Standing, anyCase: false);

    private static readonly Pattern Numbering = Pattern.Of(
        @"^(?:\d{1,3}[:.)]|\d{6,8}-\d{1,3}[:.)]?|(?:A|AI|AP|AR)\d{1,4}[:.)]?) +"
    );

    public static bool IsMarked(string text) =>
        (MarkOf(text) is not null || LastMarkOf(text) is not null) && !IsNothing(text);

    private static Match? MarkOf(string text) =>
        Mark.Match(text) is { Success: true } mark
        && mark.Length < text.Length
        && (!mark.Groups["who"].Success || Names.Split(mark.Groups["who"].Value).All(MayOwn))
            ? mark
        : BareMark.Match(text) is { Success: true } bare
        && IsSentence(text[bare.Length..])
        && !BareHeading.IsMatch(text)
            ? bare
        : null;

    /// <summary>"Order the coal [ACTION: Ada]": whose task the sentence in front of it is.</summary>
    private static Match? LastMarkOf(string text) =>
        text.TrimEnd('.') is [.., ']' or ')'] closed
        && closed.LastIndexOfAny(['[', '(']) is > 0 and var open
        && LastMark.Match(closed[open..]) is { Success: true } mark
        && Names.Split(mark.Groups["who"].Value).All(name => name.StartsWith('@') || Names.IsName(name))
            ? mark
            : null;

    /// <summary>A word with a capital, and more behind it.</summary>
    private static bool IsSentence(string text) =>
        text is [var first, var second, ..]
        && char.IsUpper(first)
        && (char.IsLower(second) || second == ' ')
        && text.Contains(' ', StringComparison.Ordinal);

    private static bool MayOwn(string name) =>
        Names.IsName(name)
        || !char.IsAsciiDigit(name[0])
            && !name.Contains(' ', StringComparison.Ordinal)
            && !Vocabulary.NotOwners.Contains(name);

    /// <summary>"None", "None for this meeting", "N/A".</summary>
    public static bool IsNothing(string text) =>
        !text.Any(char.IsLetterOrDigit) || IsPlaceholder(text) || Nothing.IsMatch(WithoutMark(text).Trim());

    /// <summary>"&lt;action item&gt;", as templates have it.</summary>
    private static bool IsPlaceholder(string text) =>
        text is ['<', .., '>'] && text.IndexOf('>', StringComparison.Ordinal) == text.Length - 1;

    /// <summary>"AI(Ada): …" and "… [AI: Ada]" keep their owner.</summary>
    public static string WithoutMark(string text)
    {
        if (MarkOf(text) is not { } mark)
            return LastMarkOf(text) is { } last
                ? $"{last.Groups["who"].Value}: {text[..text.LastIndexOf(last.Value, StringComparison.Ordinal)].TrimEnd()}"
                : text;
        var task = text[mark.Length..];
        var who = mark.Groups["who"];
        return !who.Success ? task
            : IsFirstName(who.Value, task) ? $"{who.Value} {task}"
            : $"{who.Value}: {task}";
    }

    /// <summary>"@Ada Byron to …": a mention by name goes on in the next word.</summary>
    private static bool IsFirstName(string who, string task) =>
        who is ['@', var first, ..]
        && char.IsUpper(first)
        && task is [var next, var second, ..]
        && char.IsUpper(next)
        && char.IsLower(second);

    public static ActionWords Read(OutlineLine line, Ownership ownership)
    {
        Trace.At(line);
        if (IsMarked(line.Text.Text))
            Trace.Rule("marked as an action");
        var text = StandingOf(line.Text.Text) + WithoutSymbol(WithoutMark(WithPeople(line.Text)).Trim());
        var fields = ActionFields.Read(text);
        text = fields?.Task ?? text;
        if (fields is not { AreComplete: true })
            text = Numbering.Replace(Names.WithoutMention(MeetBotStamp.Without(text).Trim()), "");
        string? id = null;
        if (Number.Match(text) is { Success: true, Index: < 2 } number)
        {
            id = number.Groups["id"].Value;
            text = text[(number.Index + number.Length)..];
            if (State.Read($"{id} - {text.TrimStart('-', ' ')}") is { } told && told.Task == id)
                text = $"{id} - {text.TrimStart('-', ' ')}";
        }
        var state = StateOf(text, fields, line);
        var owned = OwnedBy(state.Task, fields, line, ownership);
        if (owned.Task.StartsWith('[') && state.Status == ActionStatus.Open && State.Read(owned.Task) is { } behind)
            (state, owned) = (behind, owned with { Task = behind.Task });
        return new ActionWords(
            id,
            state,
            owned,
            fields is null ? line.Text.Text : fields.Due ?? text,
            IsStated: fields?.State is not null,
            IsOwned: fields?.Owners is not null
        );
    }

    /// <summary>"[Ada Byron](mailto:…) write it", as pads mention people, reads as "Ada Byron: write it".</summary>
    private static string WithPeople(Inline line)
    {
        var end = 0;
        var names = new List<string>();
        foreach (var link in line.Links.Where(IsPerson))
        {
            if (line.Text.AsSpan(end, Math.Max(0, link.Start - end)).Trim(" ,@&").Length > 0 || link.Start < end)
                break;
            names.Add(line.Under(link).TrimStart('@'));
            end = link.End;
        }
        return names.Count > 0 && line.Text[end..].TrimStart() is [var next, ..] rest && char.IsLetterOrDigit(next)
            ? $"{string.Join(", ", names)}: {rest}"
            : line.Text;
    }

    private static bool IsPerson(Mark link) =>
        link.Url?.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>An emoji in front says how it looks to the writer, not who owns it.</summary>
    private static string WithoutSymbol(string text) =>
        text.Length > 2
        && (char.IsSurrogate(text[0]) || char.GetUnicodeCategory(text[0]) == UnicodeCategory.OtherSymbol)
            ? text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..].TrimStart()
            : text;

    private static string StandingOf(string text) => MarkOf(text) is { } mark ? Standing.Match(mark.Value).Value : "";

    private static State StateOf(string text, ActionFields? fields, OutlineLine line)
    {
        if (fields?.State is { } stated)
            return stated with { Task = text };
        var state = State.Read(text) ?? new State(ActionStatus.Open, null, text);
        return state.Status == ActionStatus.Open ? state with { Status = Ticked(line) } : state;
    }

    private static Owned OwnedBy(string task, ActionFields? fields, OutlineLine line, Ownership ownership)
    {
        if (fields?.Owners is { } named)
        {
            Trace.Rule("owner in a field");
            return new Owned(named, task);
        }
        var who = (MarkOf(line.Text.Text) ?? LastMarkOf(line.Text.Text))?.Groups["who"];
        return who is { Success: true } && Ownership.After(who.Value, task) is { } told
            ? told
            : ownership.Read(WithoutMark(task));
    }

    private static ActionStatus Ticked(OutlineLine line) =>
        line.Ticked == true || line.Text.IsStruckButForLinks() ? ActionStatus.Done : ActionStatus.Open;
}
