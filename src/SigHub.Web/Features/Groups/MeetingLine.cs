using System.Globalization;
using System.Linq.Expressions;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Components;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Groups;

/// <summary>A meeting as one line of its group's list.</summary>
/// <param name="Place">Which one of its day, from 1.</param>
/// <param name="Topics">The first ones; where no agenda was written down, the gist of the minutes.</param>
/// <param name="Actions">Those it raised or found in some state.</param>
public sealed record MeetingLine(
    DateOnly Date,
    int Place,
    string? Title,
    IReadOnlyList<string> Topics,
    int Present,
    int Decisions,
    int Actions,
    MeetingState State,
    string Opening
)
{
    /// <summary>Its title; its first topics where that is missing or only tells the day; null where nobody wrote any.</summary>
    public string? Name =>
        Topics.Count > 0 && (Title is null || TellsTheDay(Title)) ? string.Join(" · ", Topics) : Title;

    /// <summary>"6 present · 2 decisions · 5 actions"; what there is none of is left out.</summary>
    public string Counts =>
        string.Join(
            " · ",
            new[]
            {
                Present == 0 ? null : $"{Present} present",
                Decisions == 0 ? null : Days.Count(Decisions, "decision"),
                Actions == 0 ? null : Days.Count(Actions, "action"),
            }.OfType<string>()
        );

    public MeetingLine For(Viewer viewer) =>
        this with
        {
            Title = Title is null ? null : Redaction.For(viewer, Title),
            Topics = [.. (Topics.Count > 0 ? Topics : Gist.Of(Opening)).Select(topic => Redaction.For(viewer, topic))],
            Opening = "",
        };

    private bool TellsTheDay(string title) =>
        title.Contains(Date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    internal static Expression<Func<Meeting, MeetingLine>> In(SigHubDb db, Viewer viewer)
    {
        var decisions = db.Decisions.VisibleTo(viewer);
        var actions = db.Actions.VisibleTo(viewer);
        return meeting => new MeetingLine(
            meeting.Date,
            meeting.Slot,
            meeting.Title,
            meeting.Agenda.OrderBy(topic => topic.Order).Take(3).Select(topic => topic.Title).ToList(),
            meeting.Finalization == null
                ? 0
                : meeting.Attendances.Count(one => one.Presence == Presence.Present && one.PersonId == null)
                    + meeting
                        .Attendances.Where(one => one.Presence == Presence.Present && one.PersonId != null)
                        .Select(one => one.PersonId)
                        .Distinct()
                        .Count(),
            decisions.Count(decision => decision.MeetingId == meeting.Id),
            actions.Count(action =>
                action.RaisedAtMeetingId == meeting.Id || action.History.Any(state => state.MeetingId == meeting.Id)
            ),
            meeting.Cancellation != null ? MeetingState.Cancelled
                : meeting.Finalization != null ? MeetingState.Final
                : meeting.Opening != null ? MeetingState.Draft
                : MeetingState.Scheduled,
            meeting.Finalization == null ? "" : meeting.Text.Substring(0, Gist.Opening)
        );
    }
}
