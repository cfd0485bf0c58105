using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Minutes;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using Presence = SigHub.Minutes.Presence;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// Minutes as Markdown, to be taken elsewhere: as they were written, or in the style of a house. Read again they give the same
/// records, under the same numbers; whoever was erased is in none.
/// </summary>
public sealed class ExportMinutes(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="style">A dialect's name; null: as written.</param>
    /// <returns>Null when there are no minutes that the current person may read, or no such style.</returns>
    /// <exception cref="RuleBroken">The style has no words for one of the records.</exception>
    public async Task<Exported?> Run(string slug, string address, string? style, CancellationToken stop = default)
    {
        var dialect = style is null ? null : Dialect.All.FirstOrDefault(one => one.Name == style);
        if (style is not null && dialect is null)
            return null;

        await using var db = await dbs.CreateDbContextAsync(stop);
        var viewer = await db.ViewerFor(me, clock.Today(), stop);
        if (
            await db.FindMeeting(viewer, slug, address, stop) is not var (meeting, group)
            || !meeting.IsFinal && !ReadHistory.DraftsAreSeen(viewer, group)
        )
            return null;

        var isWritten = !string.IsNullOrWhiteSpace(meeting.Text) && meeting.Finalization is not { FromDocument: true };
        string text;
        try
        {
            text =
                isWritten && dialect is null ? meeting.Text
                : isWritten
                    ? string.Join(
                        "\n",
                        DayOfMinutes
                            .In(MinutesReader.Read("", meeting.Text))
                            .Take(1)
                            .Select(day => MinutesWriter.Write(day, dialect!))
                    )
                : MinutesWriter.Write(
                    await Compose(db, viewer, group, meeting, stop),
                    dialect ?? Styles.Of(group.Habits.Style)
                );
        }
        catch (CannotBeWritten cannot)
        {
            throw new RuleBroken(cannot.Message);
        }

        return new Exported(
            $"{group.Slug}-{meeting.Address}",
            $"{group.Name}, {Days.Long(meeting.Date)}",
            Redaction.For(viewer, text)
        );
    }

    /// <summary>Minutes of a meeting whose records came with a document and whose text is the discussion alone.</summary>
    private static async Task<DayOfMinutes> Compose(
        SigHubDb db,
        Viewer viewer,
        Group group,
        Meeting meeting,
        CancellationToken stop
    )
    {
        var decisions = await db
            .Decisions.VisibleTo(viewer)
            .AsNoTracking()
            .Where(decision => decision.MeetingId == meeting.Id)
            .OrderBy(decision => decision.Number)
            .ToListAsync(stop);
        var actions = await db
            .Actions.VisibleTo(viewer)
            .AsNoTracking()
            .AsSplitQuery()
            .Where(action =>
                action.RaisedAtMeetingId == meeting.Id || action.History.Any(s => s.MeetingId == meeting.Id)
            )
            .OrderBy(action => action.Number)
            .ToListAsync(stop);
        var carried = actions
            .Where(action => action.RaisedOn < meeting.Date)
            .GroupBy(action => action.RaisedOn)
            .OrderByDescending(raised => raised.Key)
            .Select(raised => MinutesForm.Empty(raised.Key) with { Actions = [.. raised.Select(Then)] });
        return new DayOfMinutes(
            MinutesForm.Empty(meeting.Date) with
            {
                Group = group.Name,
                Time = meeting.Time?.Start,
                Zone = meeting.Time?.Zone,
                Attendees =
                [
                    .. meeting
                        .Attendances.Where(one => !Person.IsErasedName(one.Name))
                        .OrderBy(one => one.Order)
                        .Select(one => new ReadAttendee(
                            one.Name,
                            one.Affiliation,
                            Enum.Parse<Presence>(one.Presence.ToString()),
                            LineSpan.At(1)
                        )),
                ],
                Agenda =
                [
                    .. meeting
                        .Agenda.OrderBy(item => item.Order)
                        .Select(item => new ReadAgendaItem(item.Title, LineSpan.At(1))),
                ],
                Decisions =
                [
                    .. decisions.Select(one => new ReadDecision(
                        one.Reference,
                        one.Text,
                        one.Mover?.Name,
                        one.Seconder?.Name,
                        one.Result,
                        LineSpan.At(1)
                    )),
                ],
                Actions = [.. actions.Where(action => action.RaisedOn >= meeting.Date).Select(Then)],
                Notes = string.IsNullOrWhiteSpace(meeting.Text) ? null : meeting.Text,
            }
        )
        {
            Carried = [.. carried],
        };

        ReadAction Then(ActionItem action)
        {
            var state = action.InOrder().LastOrDefault(one => one.MeetingId == meeting.Id);
            var read = MinutesForm.Read(action, state?.Status ?? Domain.Actions.ActionStatus.Open, state?.Note);
            return read with { Owners = [.. read.Owners.Where(owner => !Person.IsErasedName(owner.Name))] };
        }
    }

    /// <param name="Name">Of a file, without its ending.</param>
    /// <param name="Text">Markdown.</param>
    public sealed record Exported(string Name, string Title, string Text);
}
