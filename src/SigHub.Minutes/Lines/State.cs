using System.Text.RegularExpressions;
using SigHub.Minutes.Explaining;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>The state a task's line gives it, the author's words for it, and the task without them.</summary>
internal sealed record State(ActionStatus Status, string? Note, string Task)
{
    private static readonly Pattern Separator = Pattern.Of(
        @"(?: (?:=>|->|→) *| -+ *| -+|–|—|: |; | \(| \[|\. )(?:[*_~]*)"
    );
    private static readonly FirstFit<ActionStatus> Ends = new(
        Vocabulary.States.Select(state => (state.Status, "^" + state.Pattern))
    );
    private static readonly Pattern Before = Pattern.Of($"^(?:{English.BeforeState})");
    private static readonly Pattern AtFront = Pattern.Of(
        @"^(?:\[(?<state>[a-zA-Z -]+)\]|\((?<state>[a-zA-Z -]+)\)|(?<state>DONE|COMPLETED?|CLOSED|IN PROGRESS|WIP|ON HOLD|BLOCKED|CANCELL?ED|OPEN|Done|Completed|Closed|In progress|On hold|Ongoing))(?: ?[:\-–—]| ) ?",
        anyCase: false
    );
    private static readonly Pattern BareEnd = Pattern.Of(
        @"(?:,? (?<state>done|completed|DONE|COMPLETED|✅|✔️?|☑️?|IN PROGRESS|IN PROCESS|ONGOING|PENDING|ON HOLD|CANCELL?ED))[.!]?$",
        anyCase: false
    );

    private static readonly Pattern Label = Pattern.Of(
        @"^(?<state>\p{L}+(?:[ -]\p{L}+)??)(?: (?:actions?|action items|items|tasks))?:?$"
    );

    /// <summary>Null when the line says nothing of a state: the task is open.</summary>
    public static State? Read(string text)
    {
        text = text.Trim();
        if (
            AtFront.Match(text) is { Success: true } front
            && Ends.In(front.Groups["state"].Value) is { } first
            && front.Length < text.Length
        )
        {
            Trace.Rule("state first");
            return new State(first, null, text[front.Length..].Trim());
        }
        foreach (Match separator in Separator.Matches(text))
        {
            var end = text[(separator.Index + separator.Length)..].Trim(' ', '-', '–', '—', '*', '_', '(');
            if (separator.Index > 0 && Ends.In(Before.Replace(end, "")) is { } status)
            {
                Trace.Rule("state last");
                return new State(status, NoteIn(end), text[..separator.Index].TrimEnd(' ', '-', '–', '—'));
            }
        }
        return BareEnd.Match(text) is { Success: true } bare && bare.Index > 0
            ? new State(Ends.In(bare.Groups["state"].Value) ?? ActionStatus.Done, null, text[..bare.Index])
            : null;
    }

    /// <summary>"Done:", "Ongoing", "Completed action items": the state of all that stands below.</summary>
    public static ActionStatus? OfLabel(string label) =>
        Label.Match(label) is { Success: true } state ? Ends.In(state.Groups["state"].Value) : null;

    private static string? NoteIn(string end) => end.TrimEnd(')', ']', '.', ' ') is { Length: > 0 } note ? note : null;
}
