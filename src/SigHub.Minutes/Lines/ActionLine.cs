using System.Text.RegularExpressions;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>A task's line: its mark, number, state, owners and due day taken off, the task left.</summary>
internal static class ActionLine
{
    private static readonly Regex Mark = Pattern.Of(Vocabulary.ActionMark, anyCase: false);
    private static readonly Regex Nothing = Pattern.Of(Vocabulary.Nothing);
    private static readonly Regex Number = Pattern.Of(@"[\[(]?\b(?<id>A-\d+)\b[\])]?:? *", anyCase: false);

    private static readonly Regex Numbering = Pattern.Of(@"^(?:\d{1,3}[:.)]|\d{6,8}-\d{1,3}[:.)]?) +");

    public static bool IsMarked(string text) => MarkOf(text) is not null && !IsNothing(text);

    private static Match? MarkOf(string text) =>
        Mark.Match(text) is { Success: true } mark
        && mark.Length < text.Length
        && (!mark.Groups["who"].Success || Names.Split(mark.Groups["who"].Value).All(MayOwn))
            ? mark
            : null;

    private static bool MayOwn(string name) =>
        Names.IsName(name) || !name.Contains(' ', StringComparison.Ordinal) && !Vocabulary.NotOwners.Contains(name);

    /// <summary>"None", "None for this meeting", "N/A".</summary>
    public static bool IsNothing(string text) =>
        !text.Any(char.IsLetterOrDigit) || Nothing.IsMatch(WithoutMark(text).Trim());

    /// <summary>"AI(Ada): …" keeps its owner.</summary>
    public static string WithoutMark(string text)
    {
        if (MarkOf(text) is not { } mark)
            return text;
        var task = text[mark.Length..];
        return mark.Groups["who"].Success ? $"{mark.Groups["who"].Value}: {task}" : task;
    }

    public static (string? Id, State State, Owned Owned) Read(OutlineLine line, Ownership ownership)
    {
        var text = Names.WithoutMention(MeetBotStamp.Without(WithoutMark(line.Text.Text)).Trim());
        text = Numbering.Replace(text, "");
        string? id = null;
        if (Number.Match(text) is { Success: true, Index: < 2 } number)
        {
            id = number.Groups["id"].Value;
            text = text[(number.Index + number.Length)..];
        }
        if (ActionFields.Read(text) is { } fields)
            return (id, fields.State ?? new State(Ticked(line), null, text), new Owned(fields.Owners, fields.Task));
        var state = State.Read(text) ?? new State(ActionStatus.Open, null, text);
        if (state.Status == ActionStatus.Open)
            state = state with { Status = Ticked(line) };
        var who = MarkOf(line.Text.Text)?.Groups["who"];
        var owned =
            who is { Success: true } && Ownership.After(who.Value, state.Task) is { } told
                ? told
                : ownership.Read(WithoutMark(state.Task));
        return (id, state, owned);
    }

    private static ActionStatus Ticked(OutlineLine line) =>
        line.Ticked == true || line.Text.Wholly(MarkKind.Struck) ? ActionStatus.Done : ActionStatus.Open;
}
