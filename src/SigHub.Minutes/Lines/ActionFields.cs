using System.Text.RegularExpressions;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>A task whose owner and state stand in fields: <c>[action] … [assignee] Ada [due] … [status] done</c>.</summary>
internal sealed record ActionFields(string Task, IReadOnlyList<string> Owners, State? State)
{
    private static readonly Regex Field = Pattern.Of(English.ActionField);

    /// <summary>Null where the text has no such field.</summary>
    public static ActionFields? Read(string text)
    {
        var fields = Field.Matches(text);
        if (fields.Count == 0)
            return null;
        var (owners, state) = ((IReadOnlyList<string>)[], (State?)null);
        for (var i = 0; i < fields.Count; i++)
        {
            var end = i + 1 < fields.Count ? fields[i + 1].Index : text.Length;
            var said = text[(fields[i].Index + fields[i].Length)..end].Trim();
            if (fields[i].Groups["owner"].Success)
                owners = Names.Split(said);
            else if (fields[i].Groups["status"].Success)
                state = State.Read("x - " + said);
        }
        return new ActionFields(text[..fields[0].Index].Trim(), owners, state);
    }
}
