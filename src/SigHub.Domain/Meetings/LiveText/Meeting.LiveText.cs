using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Meetings;

/// <content>
/// The minutes while they are a draft: several people type in them at once. Each change of the words has a version and is kept,
/// so that who comes late gets what was missed.
/// </content>
public sealed partial class Meeting
{
    /// <summary>The minutes as a text field holds them: lines end with a line feed alone.</summary>
    public string LiveText => AsTyped(Text);

    /// <summary>Refused in a sentence when these minutes are not a draft, or not this person's to write.</summary>
    public void MustBeWritableBy(Actor by)
    {
        MayEdit(by);
        RuleBroken.If(IsFinal, "These minutes are final; amend them with a reason instead.");
    }

    /// <summary>
    /// Somebody types. The change was made for <see cref="LiveText"/>, the version there is; <paramref name="pen"/> and
    /// <paramref name="stroke"/> tell it from any other, so that it is not made twice when it is sent twice.
    /// </summary>
    public MinutesEdit Type(Actor by, TextChange change, Guid pen, int stroke, DateTime now)
    {
        MustBeWritableBy(by);
        var before = LiveText;
        var after = change.Apply(before);
        RuleBroken.If(
            after.Length > TextChange.LongestText,
            "These minutes are as long as minutes may get. Shorten them, or put the rest elsewhere and link to it."
        );

        Text = after;
        TextVersion++;
        return new MinutesEdit(Id, TextVersion, by.PersonId, pen, stroke, change, before, now);
    }

    /// <summary>Who typed for a while wrote the minutes: a fact for the whole while, not for each key.</summary>
    public MinutesWritten Wrote(Guid byPersonId, string before, DateTime at) =>
        new(Subject, byPersonId, at, before, LiveText);

    /// <summary>As a text field would hold this.</summary>
    public static string AsTyped(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private void Replace(Actor by, string text, DateTime now)
    {
        var before = LiveText;
        Text = text;
        TextVersion++;
        edits.Add(MinutesEdit.Whole(Id, TextVersion, by.PersonId, before, LiveText, now));
    }
}
