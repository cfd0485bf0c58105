using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Imports;
using SigHub.Web.Features.Imports;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Imports;

public sealed class Taking_an_import_back : ArrivalTest
{
    private const string February =
        "# SIG/Compute meeting 2026-02-12\n\n## Attendees:\n* Ada Quill - Halden Computing\n* Jonas - Elbtal Systems\n\n## Decisions\n- We agreed to freeze the interface.\n\n## Action items:\n* Jonas to get the firmware from the vendor\n* Ada to announce the preview\n";

    private const string March =
        "# SIG/Compute meeting 2026-03-05\n\n## Attendees:\n* Ada Quill\n* Jonas Brandt - Weser Works\n\n## Action items:\n* Ada to book a room\n\n## Old business:\n\n## 2026-02-12\n* Jonas to get the firmware from the vendor - Done\n* Ada to announce the preview - Pending\n";

    [Theory, OnEveryDatabase]
    public async Task All_is_as_it_was_and_the_document_is_kept(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, Minutes(February, "february.md"));
        var before = await Everything(hub);
        await Accept(hub, Cast.Ada, Minutes(March, "march.md"));
        (await Everything(hub)).ShouldNotBe(before);

        await TakeBack(hub, Cast.Ada, (await ArrivalOf(hub, "march.md")).Id);

        (await Everything(hub)).ShouldBe(before);
        var arrival = await ArrivalOf(hub, "march.md");
        arrival.State.ShouldBe(ArrivalState.TakenBack);
        arrival.TakingBack.ShouldNotBeNull();
        (await hub.Look(db => db.Documents.Select(document => document.FileName).ToListAsync())).ShouldBe([
            "february.md",
        ]);
        (await hub.Look(db => db.Activity.CountAsync(entry => entry.Verb == nameof(ImportTakenBack)))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Numbers_are_never_given_again(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, Minutes(February, "february.md"));
        var given = (await Actions(hub)).Max(action => action.Number);
        var arrival = await ArrivalOf(hub, "february.md");

        await TakeBack(hub, Cast.Ada, arrival.Id);
        await hub.As<BringBack>(Cast.Ada, back => back.Run(arrival.Id));
        await UntilWorkedOn(hub);
        await Accept(hub, Cast.Ada, arrival.Id);

        (await Actions(hub)).ShouldAllBe(action => action.Number > given);
    }

    [Theory, OnEveryDatabase]
    public async Task A_later_document_that_tells_of_the_same_is_named(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, Minutes(February, "february.md"));
        await Accept(hub, Cast.Ada, Minutes(March, "march.md"));
        var before = await Everything(hub);
        var february = await ArrivalOf(hub, "february.md");

        var refused = await Should.ThrowAsync<RuleBroken>(() => TakeBack(hub, Cast.Ada, february.Id));

        refused.Message.ShouldContain("“march.md” tells of the same records");
        (await Everything(hub)).ShouldBe(before);
        var shown = await hub.As<ShowImport, ShowImport.Shown>(Cast.Ada, show => show.Run(february.Id));
        shown.BuildsOnIt.ShouldContain(reason => reason.Name == "“march.md”");

        await TakeBack(hub, Cast.Ada, (await ArrivalOf(hub, "march.md")).Id);
        await TakeBack(hub, Cast.Ada, february.Id);
        (await Actions(hub)).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_later_document_of_a_closed_group_is_not_named(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, Minutes(February, "february.md"));
        await Accept(hub, Cast.Ada, Minutes(March, "march.md"));
        await hub.Look(async db =>
        {
            var security = await db.Groups.SingleAsync(group => group.Name == "Security Response Team");
            return await db
                .Documents.Where(document => document.FileName == "march.md")
                .ExecuteUpdateAsync(set => set.SetProperty(document => document.GroupId, security.Id));
        });
        var february = await ArrivalOf(hub, "february.md");

        var refused = await Should.ThrowAsync<RuleBroken>(() => TakeBack(hub, Cast.Ada, february.Id));

        refused.Message.ShouldNotContain("march.md");
        var shown = await hub.As<ShowImport, ShowImport.Shown>(Cast.Ada, show => show.Run(february.Id));
        shown.BuildsOnIt.ShouldContain(reason => reason.Says == "that you may not see tells of the same records.");
        shown.BuildsOnIt.ShouldNotContain(reason => reason.Name == "“march.md”");
    }

    [Theory, OnEveryDatabase]
    public async Task What_somebody_did_since_is_named(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, Minutes(February, "february.md"));
        hub.Clock.Advance(TimeSpan.FromDays(1));
        await hub.Look(async db =>
        {
            var action = await db.Actions.OrderBy(one => one.Number).FirstAsync();
            var ada = await db.People.SingleAsync(person => person.DisplayName == "Ada Quill");
            var robin = await db.People.SingleAsync(person => person.DisplayName == "Robin Vale");
            db.Record(
                action.Close(
                    Domain.Groups.Actor.Administrator(robin.Id),
                    DateOnly.FromDateTime(hub.Clock.UtcNow()),
                    note: null,
                    hub.Clock.UtcNow()
                )
            );
            return await db.SaveChangesAsync();
        });

        var refused = await Should.ThrowAsync<RuleBroken>(async () =>
            await TakeBack(hub, Cast.Ada, (await ArrivalOf(hub, "february.md")).Id)
        );

        refused.Message.ShouldContain("Robin Vale reported A-1 done");
    }

    [Theory, OnEveryDatabase]
    public async Task A_group_it_made_goes_too_and_not_while_something_stands_in_it(Database database)
    {
        var hub = await Open(database);
        const string Page =
            "# Docs SIG\n\n## Overview\nWrites.\n\n## Members\n* Ines Moreau (Institut Kermeur) - Chair\n* Lena Holt (Acme) - Member\n";
        var before = await Everything(hub);
        await Accept(hub, Cast.Robin, Minutes(Page, "docs.md"));
        await Accept(
            hub,
            Cast.Robin,
            Minutes("# Docs SIG meeting 2026-03-01\n\n## Attendees\n* Lena Holt\n", "meeting.md")
        );
        var docs = (await ArrivalOf(hub, "docs.md")).Id;

        await Should.ThrowAsync<RuleBroken>(() => TakeBack(hub, Cast.Robin, docs));
        await TakeBack(hub, Cast.Robin, (await ArrivalOf(hub, "meeting.md")).Id);
        await TakeBack(hub, Cast.Robin, docs);

        (await Everything(hub)).ShouldBe(before);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_keeps_no_minutes_there_is_refused(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, Minutes(February, "february.md"));
        var id = (await ArrivalOf(hub, "february.md")).Id;

        foreach (var who in (string?[])[null, Cast.Ines])
        {
            await Should.ThrowAsync<RuleBroken>(() => TakeBack(hub, who, id));
            await Should.ThrowAsync<RuleBroken>(() => hub.As<ShowImport>(who, show => show.Run(id)));
        }

        (await Actions(hub)).Count.ShouldBe(2);
        await TakeBack(hub, Cast.Mira, id);
    }

    [Theory, OnEveryDatabase]
    public async Task What_moved_in_leads_to_its_lines_and_says_what_is_unclear(Database database)
    {
        var hub = await Open(database);
        await Accept(
            hub,
            Cast.Ada,
            Minutes(February.Replace("* Ada to announce", "* Zora to announce"), "february.md")
        );

        var id = (await ArrivalOf(hub, "february.md")).Id;
        var shown = await hub.As<ShowImport, ShowImport.Shown>(Cast.Ada, show => show.Run(id));

        shown
            .Records.Single(record => record.Kind is SubjectKind.Action && record.Text.Contains("firmware"))
            .Line.ShouldBe(11);
        shown.Records.Count(record => record.Kind is SubjectKind.Person).ShouldBe(2);
        shown.Records.Single(record => record.Name == "Jonas").IsNew.ShouldBeTrue();
        shown.Records.Single(record => record.Name == "Ada Quill").IsNew.ShouldBeFalse();
        shown.Unclear.ShouldContain(question => question.Says.Contains("Zora"));
    }

    [Theory, OnEveryDatabase]
    public async Task The_list_shows_who_brought_what_to_whom_it_concerns(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, Minutes(February, "february.md"));
        await Bring(
            hub,
            Cast.Robin,
            "# SIG/Inference meeting 2026-03-01\n\n## Attendees\n* Ines Moreau\n",
            "inference.md"
        );

        (await List(hub, Cast.Ada, new())).ShouldBe(["february.md"]);
        (await List(hub, Cast.Robin, new())).Count.ShouldBe(2);
        (await List(hub, Cast.Ines, new())).ShouldBeEmpty();
        (await List(hub, Cast.Robin, new() { Text = "FEB" })).ShouldBe(["february.md"]);
        (await List(hub, Cast.Robin, new() { Group = "compute" })).ShouldBe(["february.md"]);
        (await List(hub, Cast.Robin, new() { State = ListImports.StateChoice.Open })).ShouldBe(["inference.md"]);
        await Should.ThrowAsync<RuleBroken>(() => List(hub, null, new()));
    }

    private static async Task<List<string>> List(Hub hub, string? who, ListImports.Filter filter) =>
        [
            .. (await hub.As<ListImports, ListImports.Page>(who, list => list.Run(filter))).Rows.Select(row =>
                row.FileName
            ),
        ];
}
