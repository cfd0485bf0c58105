using System.Text;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Testing;
using SigHub.Web.Features.Groups;
using SigHub.Web.Features.Imports;
using SigHub.Web.Features.Imports.MovingIn;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Imports;

public abstract class ImportTest : HubTest
{
    protected static Upload Minutes(string text, string name = "minutes.md") => new(name, Encoding.UTF8.GetBytes(text));

    protected static Task<AcceptDocument.MovedIn> Accept(Hub hub, string? who, Upload upload) =>
        hub.As<AcceptDocument, AcceptDocument.MovedIn>(who, accept => accept.Run(upload));

    protected static Task<AcceptDocument.MovedIn> Accept(Hub hub, string who, string text) =>
        Accept(hub, who, Minutes(text));

    protected static Task<ReviewDocument.Review> Review(Hub hub, string? who, Upload upload) =>
        hub.As<ReviewDocument, ReviewDocument.Review>(who, review => review.Run(upload));

    protected static Task<List<ActionItem>> Actions(Hub hub) =>
        hub.Look(db =>
            db.Actions.Include(a => a.Owners)
                .Include(a => a.History)
                .Include(a => a.Notes)
                .OrderBy(a => a.Number)
                .ToListAsync()
        );
}

public sealed class Moving_a_document_in : ImportTest
{
    [Theory, OnEveryDatabase]
    public async Task A_known_group_is_recognised_by_its_whole_name(Database database)
    {
        var hub = await Open(database);
        foreach (var name in new[] { "Compilers", "Compilers and Linkers" })
            await hub.As<CreateGroup, Slug>(
                Cast.Robin,
                create => create.Run(new(name, GroupKind.Project, null, Visibility.Public))
            );

        (await Into("# Compilers and Linkers meeting 2026-02-12")).ShouldBe("compilers-and-linkers");
        (await Into("# Compilers meeting 2026-02-12")).ShouldBe("compilers");
        (await Into("# Compilersmiths meeting 2026-02-12")).ShouldBe("compilersmiths");

        async Task<string> Into(string title) =>
            (await Accept(hub, Cast.Robin, $"{title}\n\nPresent: Ada Quill, Jonas Brandt\n")).Slug;
    }

    private const string February = """
        # SIG/Compute meeting 2026-02-12

        ## Attendees:
            * Ada Quill
            * Jonas Brandt - Elbtal Systems

        ## Discussions:

        * The new image boots

        ## Action items:

        * Jonas to get the firmware from the vendor
        * Ada to announce the preview
        """;

    private const string March = """
        # SIG/Compute meeting 2026-03-05

        ## Attendees:
            * Ada Quill

        ## Action items:

        * Ada to book a room

        ## Old business:

        ## 2026-02-12
            * Jonas to get the firmware from the vendor - Done
            * Ada to announce the preview - Pending
        """;

    [Theory, OnEveryDatabase]
    public async Task Every_record_leads_to_its_lines(Database database)
    {
        var hub = await Open(database);

        var moved = await Accept(hub, Cast.Robin, February);

        var firmware = (await Actions(hub)).Single(action => action.Text.Contains("firmware"));
        var traces = await hub.Look(db => db.Traces.Where(trace => trace.SubjectId == firmware.Id).ToListAsync());
        traces.Single().Provenance.ShouldBe(new Provenance(moved.DocumentId, 13, 13));
        traces.Single().SubjectKind.ShouldBe(SubjectKind.Action);
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_document_again_changes_nothing_and_says_so(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Robin, February);
        var facts = await hub.Look(db => db.Activity.CountAsync());

        var again = await Accept(hub, Cast.Robin, February);

        again.WasThere.ShouldBeTrue();
        (await Actions(hub)).Count.ShouldBe(2);
        (await hub.Look(db => db.Documents.CountAsync())).ShouldBe(1);
        (await hub.Look(db => db.Activity.CountAsync())).ShouldBe(facts);
        (await Review(hub, Cast.Robin, Minutes(February))).Earlier!.By.ShouldBe("Robin Vale");
    }

    [Theory, OnEveryDatabase]
    public async Task What_later_minutes_carry_becomes_history_of_the_same_action(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Robin, February);

        await Accept(hub, Cast.Robin, March);

        var actions = await Actions(hub);
        actions.Count.ShouldBe(3);
        var firmware = actions.Single(action => action.Text.Contains("firmware"));
        firmware.Status.ShouldBe(ActionStatus.Done);
        firmware.StatusAsOf.ShouldBe(new DateOnly(2026, 3, 5));
        firmware.StateOn(new DateOnly(2026, 2, 12))!.Status.ShouldBe(ActionStatus.Open);
        actions.Single(action => action.Text.Contains("announce")).CarriedTimes().ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task The_order_of_documents_does_not_matter(Database database)
    {
        var (forward, backward) = (await Open(database), await Open(database));

        await Accept(forward, Cast.Robin, February);
        await Accept(forward, Cast.Robin, March);
        await Accept(backward, Cast.Robin, March);
        await Accept(backward, Cast.Robin, February);

        (await Told(backward)).ShouldBe(await Told(forward));
    }

    [Theory, OnEveryDatabase]
    public async Task A_first_name_and_a_full_name_of_one_group_are_one_person(Database database)
    {
        var hub = await Open(database);

        await Accept(
            hub,
            Cast.Robin,
            "# SIG/Compute meeting 2026-01-08\n\n## Attendees:\n* Radek\n\n## Action items:\n* Radek to write the guide\n"
        );
        await Accept(hub, Cast.Robin, "# SIG/Compute meeting 2026-01-22\n\n## Attendees:\n* Radek Hornik\n");

        var people = await hub.Look(db =>
            db.People.Where(person => person.DisplayName.StartsWith("Radek")).ToListAsync()
        );
        people.Single().DisplayName.ShouldBe("Radek Hornik");
        (await Actions(hub)).Single().Owners.Single().PersonId.ShouldBe(people[0].Id);
    }

    [Theory, OnEveryDatabase]
    public async Task A_first_name_that_two_people_share_is_nobodys(Database database)
    {
        var hub = await Open(database);

        await Accept(
            hub,
            Cast.Robin,
            "# SIG/Compute meeting 2026-01-08\n\n## Attendees:\n* Radek Hornik\n* Radek Malina\n\n## Action items:\n* Radek to write the guide\n"
        );

        (await Actions(hub)).Single().Owners.Single().PersonId.ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_promise_in_the_notes_becomes_an_action_only_when_asked_for(Database database)
    {
        var hub = await Open(database);
        var upload = Minutes(
            "# SIG/Compute meeting 2026-01-08\n\n## Attendees:\n* Ada Quill\n\n## Discussion\n* Mirrors\n    * Ada to investigate\n"
        );
        var promises = (await Review(hub, Cast.Robin, upload)).Records.Count(record =>
            record.Landing is Landing.Promise
        );

        await Accept(hub, Cast.Robin, upload with { TakePromises = true });

        promises.ShouldBe(1);
        (await Actions(hub)).Count.ShouldBe(promises);
    }

    [Theory, OnEveryDatabase]
    public async Task An_imported_title_gives_no_right(Database database)
    {
        var hub = await Open(database);

        await Accept(
            hub,
            Cast.Robin,
            "# Docs SIG\n\n## Overview\nWrites.\n\n## Members\n* Ines Moreau (Institut Kermeur) - Chair\n"
        );

        var docs = await hub.Look(db => db.Groups.SingleAsync(group => group.Name == "Docs SIG"));
        var refused = await Should.ThrowAsync<RuleBroken>(() =>
            Accept(hub, Cast.Ines, Minutes("# Docs SIG\n\n## 2026-03-01\n") with { Into = docs.Id })
        );
        refused.Message.ShouldContain("chair");
    }

    private static async Task<string> Told(Hub hub)
    {
        var actions = await Actions(hub);
        var told = actions.Select(action =>
            $"{action.RaisedOn:O} {action.Text} [{string.Join(",", action.Owners.Select(o => o.Name))}] {action.Status} {action.StatusAsOf:O} "
            + string.Join(";", action.InOrder().Select(state => $"{state.AsOf:O} {state.Status} {state.Note}"))
        );
        var meetings = await hub.Look(db => db.Meetings.Include(m => m.Attendances).OrderBy(m => m.Date).ToListAsync());
        var met = meetings.Select(m =>
            $"{m.Date:O} {m.Text} {string.Join(",", m.Attendances.Select(a => a.Name).Order())}"
        );
        return string.Join("\n", told.Order(StringComparer.Ordinal).Concat(met));
    }
}
