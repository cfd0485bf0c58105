using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Imports;
using SigHub.Web.Features.Imports;

namespace SigHub.Web.Tests.Imports;

/// <summary>A test of documents on their way in.</summary>
public abstract class ArrivalTest : ImportTest
{
    protected static Task<IReadOnlyList<Guid>> Bring(Hub hub, string? who, string name, byte[] content) =>
        hub.As<BringDocument, IReadOnlyList<Guid>>(
            who,
            bring => bring.Run(BringDocument.NewBatch(hub.Clock), name, content)
        );

    protected static async Task<Guid> Bring(Hub hub, string who, string text, string name = "minutes.md")
    {
        var ids = await Bring(hub, who, name, Encoding.UTF8.GetBytes(text));
        await UntilWorkedOn(hub);
        return ids.Single();
    }

    /// <summary>The portal's own queue may be at it too; each document is worked on once.</summary>
    protected static async Task UntilWorkedOn(Hub hub)
    {
        while (await hub.As<WorkOnNext, bool>(null, work => work.Run()))
        {
            // Until there is no more.
        }
    }

    protected static Task<ReviewArrival.Shown> Look(Hub hub, string? who, Guid id) =>
        hub.As<ReviewArrival, ReviewArrival.Shown>(who, review => review.Run(id));

    protected static Task<ReviewArrival.Shown> Choose(Hub hub, string who, Guid id, Func<Choices, Choices> change) =>
        hub.As<ChooseInReview, ReviewArrival.Shown>(who, choose => choose.Run(id, change));

    protected static async Task<AcceptDocument.MovedIn> Accept(Hub hub, string who, Guid id)
    {
        var shown = await Look(hub, who, id);
        return await hub.As<AcceptArrival, AcceptDocument.MovedIn>(who, accept => accept.Run(id, shown.Version));
    }

    protected static Task TakeBack(Hub hub, string? who, Guid id) => hub.As<TakeBackImport>(who, back => back.Run(id));

    protected static Task<Arrival> ArrivalOf(Hub hub, string fileName) =>
        hub.Look(db => db.Arrivals.SingleAsync(arrival => arrival.FileName == fileName));

    /// <summary>All that is kept of groups, people, meetings, actions, decisions and milestones, in words.</summary>
    protected static Task<string> Everything(Hub hub, bool withNumbers = true) =>
        hub.Look(async db =>
        {
            var people = (await db.People.AsNoTracking().ToListAsync()).ToDictionary(person => person.Id);
            var groups = await db.Groups.AsNoTracking().ToListAsync();
            var said = new List<string>();
            said.AddRange(
                groups.Select(g =>
                    $"group {g.Name} {g.Overview} {string.Join('|', g.Goals.Select(x => x.Text).Order(StringComparer.Ordinal))} {g.Links.Count}"
                )
            );
            said.AddRange(
                people.Values.Select(p =>
                    $"person {p.DisplayName} {string.Join('|', p.Names().Order(StringComparer.Ordinal))} {string.Join('|', p.Affiliations.Select(a => $"{a.Organisation} {Day(a.Term.To)}").Order(StringComparer.Ordinal))}"
                )
            );
            var memberships = await db.Memberships.AsNoTracking().ToListAsync();
            said.AddRange(
                memberships.Select(m => $"member {Name(m.PersonId)} {GroupOf(m.GroupId)} {m.Role} {m.Title}")
            );
            var meetings = await db.Meetings.AsNoTracking().ToListAsync();
            said.AddRange(
                meetings.Select(m =>
                    $"meeting {GroupOf(m.GroupId)} {Day(m.Date)} {m.Title} {m.Text} {m.State} "
                    + string.Join(
                        '|',
                        m.Attendances.Select(a => $"{a.Name} {Name(a.PersonId)} {a.Presence} {a.Affiliation}")
                            .Order(StringComparer.Ordinal)
                    )
                )
            );
            var actions = await db.Actions.AsNoTracking().ToListAsync();
            said.AddRange(actions.Select(a => Told(a, withNumbers)));
            var decisions = await db.Decisions.AsNoTracking().ToListAsync();
            said.AddRange(
                decisions.Select(d => $"decision {GroupOf(d.GroupId)} {Day(d.DecidedOn)} {d.Text} {d.Result}")
            );
            var milestones = await db.Milestones.AsNoTracking().ToListAsync();
            said.AddRange(
                milestones.Select(m =>
                    $"milestone {GroupOf(m.GroupId)} {m.Title} {m.Period.Text} {m.Status} {m.Slips.Count}"
                )
            );
            return string.Join('\n', said.Order(StringComparer.Ordinal));

            string Name(Guid? id) => id is { } known ? people[known].DisplayName : "?";

            string GroupOf(Guid id) => groups.Single(g => g.Id == id).Name;

            string Told(ActionItem a, bool numbered) =>
                $"action {(numbered ? a.Reference : "")} {GroupOf(a.GroupId)} {Day(a.RaisedOn)} {a.Text} {Day(a.Due)} {a.Status} {Day(a.StatusAsOf)} "
                + string.Join('|', a.Owners.Select(o => $"{o.Name} {Name(o.PersonId)}").Order(StringComparer.Ordinal))
                + " "
                + string.Join('|', a.InOrder().Select(s => $"{Day(s.AsOf)} {s.Status} {s.Note}").Distinct())
                + " "
                + string.Join('|', a.Notes.Select(n => n.Text).Order(StringComparer.Ordinal));
        });

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
