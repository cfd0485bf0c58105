using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>
/// Parts of a task that stand in fields of their own: <c>[action] … [assignee] Ada [due] … [status] done [remark] …</c>. A
/// field that is there decides, an empty one says that there is none. The remark is the author's word for the state; without
/// it, that is the status itself.
/// </summary>
/// <param name="Owners">Null where no field names them; likewise the others.</param>
internal sealed record ActionFields(string Task, IReadOnlyList<string>? Owners, State? State, string? Due)
{
    private static readonly Pattern Field = Pattern.Of(English.ActionField);

    /// <summary>Null where the text has no such field.</summary>
    public static ActionFields? Read(string text)
    {
        if (Fields.Of(text, Field) is not { } fields)
            return null;
        var state = fields["status"]?.TrimEnd(']') is { } said ? State.Read("x - " + said) : null;
        return new ActionFields(
            fields.Text,
            fields.Has("owner") ? Names.Split(fields["owner"]?.TrimEnd(']') ?? "") : null,
            state is not null && fields.Has("remark") ? state with { Note = fields["remark"] } : state,
            fields.Has("due") ? "by " + fields["due"]?.TrimEnd(']') : null
        );
    }

    /// <summary>Whether nothing is left to be told from the task's words, so that they stay as they are.</summary>
    public bool AreComplete => Owners is not null && State is not null;
}
