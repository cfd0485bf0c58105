using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Web.Features.Groups;
using SigHub.Web.Features.Meetings;
using SigHub.Web.Features.People;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.People;

public sealed class Saying_who_is_who : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task Two_persons_are_one_and_two_again(Database database)
    {
        var hub = await OpenScene(database);
        var tomas = await Id(hub, "Tomas Lindqvist");
        var slip = await Slip(hub);
        var before = await References(hub, slip);
        before.Count.ShouldBeGreaterThan(3);

        await hub.As<MergePeople>(Cast.Ada, merge => merge.Run(slip, tomas));

        (await References(hub, slip)).ShouldBeEmpty();
        var shown = await Show(hub, slip);
        shown!.Name.ShouldBe("Tomas Lindqvist");
        shown.Aliases.ShouldContain("Tom Lindqvist");
        shown.Actions.Select(action => action.Text).ShouldContain("Move the cables");
        var who = await hub.As<WhoIsThis, WhoIsThis.Screen?>(Cast.Ada, ask => ask.Run(tomas));
        var merged = who!.Merges.ShouldHaveSingleItem();
        merged.Name.ShouldBe("Tom Lindqvist");

        await hub.As<SeparatePeople>(Cast.Ada, merge => merge.Run(merged.Id));

        (await References(hub, slip)).ShouldBe(before, ignoreOrder: true);
        (await Show(hub, slip))!.Name.ShouldBe("Tom Lindqvist");
        (await Show(hub, tomas))!.Aliases.ShouldNotContain("Tom Lindqvist");
        (await Refused(() => hub.As<SeparatePeople>(Cast.Ada, merge => merge.Run(merged.Id)))).ShouldBe(
            "This merge has been taken back already."
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Whom_a_roll_call_names_twice_stands_in_it_once_until_they_are_two_again(Database database)
    {
        var hub = await OpenScene(database);
        var (tomas, slip) = (await Id(hub, "Tomas Lindqvist"), await Slip(hub));
        (await RollCall()).ShouldBe(("Ada Quill, Tomas Lindqvist, Tom Lindqvist", 3, 1));

        await hub.As<MergePeople>(Cast.Ada, merge => merge.Run(slip, tomas));

        (await RollCall()).ShouldBe(("Ada Quill, Tomas Lindqvist", 2, 1));

        var who = await hub.As<WhoIsThis, WhoIsThis.Screen?>(Cast.Ada, ask => ask.Run(tomas));
        await hub.As<SeparatePeople>(Cast.Ada, merge => merge.Run(who!.Merges.Single().Id));

        (await RollCall()).ShouldBe(("Ada Quill, Tomas Lindqvist, Tom Lindqvist", 3, 1));

        async Task<(string Names, int Present, int TimesOfTomas)> RollCall()
        {
            var day = hub.Clock.Today().AddDays(-42);
            var meeting = await hub.As<ReadMeeting, ReadMeeting.Shown?>(
                Cast.Ada,
                read => read.Run("compute", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            );
            var listed = await hub.As<ListMeetings, ListMeetings.Screen?>(
                Cast.Ada,
                list => list.Run("compute", year: null)
            );
            var people = await hub.As<ListGroupPeople, ListGroupPeople.Screen?>(Cast.Ada, list => list.Run("compute"));
            return (
                string.Join(", ", meeting!.RollCall.Select(one => one.Name)),
                listed!.Meetings.Single(one => one.Date == day).Present,
                people!.Current.Single(person => person.PersonId == tomas).Came!.Times
            );
        }
    }

    [Theory, OnEveryDatabase]
    public async Task What_one_may_not_see_is_neither_counted_nor_handed_out(Database database)
    {
        var hub = await OpenScene(database);
        var (ines, slip) = (await Id(hub, "Ines Moreau"), await Slip(hub));
        var before = await Counted(Cast.Ada);
        await hub.Look(async db =>
        {
            var robin = Actor.Administrator(await Id(hub, "Robin Vale"));
            var embargo = await db.Meetings.SingleAsync(meeting => meeting.Title == "Embargo");
            embargo.Mark(
                robin,
                new Mention("Ines Moreau", ines),
                Presence.Present,
                affiliation: null,
                hub.Clock.UtcNow()
            );
            return await db.SaveChangesAsync();
        });

        (await Counted(Cast.Ada)).ShouldBe(before);
        (await Counted(Cast.Robin)).ShouldBe(before + 1);
        (await Export(Cast.Ines)).ShouldNotContain("Security Response Team");
        (await Export(Cast.Robin)).ShouldContain("Security Response Team");

        async Task<int> Counted(string who) =>
            (await hub.As<WhoIsThis, WhoIsThis.Screen?>(who, ask => ask.Run(slip, "moreau")))!.Others.Single().Meetings;

        async Task<string> Export(string who) =>
            System.Text.Encoding.UTF8.GetString(await hub.As<ExportPerson, byte[]>(who, export => export.Run(ines)));
    }

    [Theory, OnEveryDatabase]
    public async Task Only_whoever_leads_groups_of_both_says_so_and_nobody_gives_rights_by_it(Database database)
    {
        var hub = await OpenScene(database);
        var (ada, ines, tomas) = (
            await Id(hub, "Ada Quill"),
            await Id(hub, "Ines Moreau"),
            await Id(hub, "Tomas Lindqvist")
        );
        var slip = await Slip(hub);

        (await Refused(() => Merge(Cast.Ines, slip, tomas))).ShouldContain("Only whoever leads a group of both");
        (await Refused(() => Merge(who: null, slip, tomas))).ShouldBe("Please sign in first.");
        (await Refused(() => Merge(Cast.Robin, ada, ines))).ShouldContain("Both have an account");
        (await Refused(() => Merge(Cast.Ada, tomas, tomas))).ShouldContain("same one");

        await hub.Look(async db =>
        {
            var robin = Actor.Administrator(
                await db.People.Where(p => p.DisplayName == "Robin Vale").Select(p => p.Id).SingleAsync()
            );
            var inference = await db.Groups.SingleAsync(group => group.Name == "SIG/Inference");
            db.Memberships.Add(
                Membership.Appoint(
                    robin,
                    slip,
                    inference.Id,
                    Role.Chair,
                    affiliation: null,
                    Term.Always,
                    hub.Clock.UtcNow()
                )
            );
            return await db.SaveChangesAsync();
        });
        (await Refused(() => Merge(Cast.Ada, slip, ada))).ShouldContain("a group that you do not lead");

        Task Merge(string? who, Guid gone, Guid kept) => hub.As<MergePeople>(who, merge => merge.Run(gone, kept));
    }

    [Theory, OnEveryDatabase]
    public async Task A_name_of_the_minutes_is_claimed_and_a_chair_confirms_it(Database database)
    {
        var hub = await OpenScene(database);
        var (ines, slip) = (await Id(hub, "Ines Moreau"), await Slip(hub));

        await hub.As<ClaimPerson>(Cast.Ines, claim => claim.Run(slip));

        (await Refused(() => hub.As<ClaimPerson>(Cast.Ines, claim => claim.Run(slip)))).ShouldContain("asked already");
        (await hub.As<WhoIsThis, WhoIsThis.Screen?>(Cast.Ines, ask => ask.Run(slip)))!.HasAsked.ShouldBeTrue();
        var asked = (await hub.As<WhoIsThis, WhoIsThis.Screen?>(Cast.Ada, ask => ask.Run(slip)))!.Claims;
        var question = asked.ShouldHaveSingleItem();
        question.By.ShouldBe("Ines Moreau");
        (
            await Refused(() => hub.As<DecideClaim>(Cast.Ines, claim => claim.Run(question.Id, isGranted: true)))
        ).ShouldContain("Only another person who leads");

        await hub.As<DecideClaim>(Cast.Ada, claim => claim.Run(question.Id, isGranted: true));

        (await Show(hub, slip))!.Id.ShouldBe(ines);
        (await References(hub, slip)).ShouldBeEmpty();
        (await Refused(() => hub.As<DecideClaim>(Cast.Ada, claim => claim.Run(question.Id, isGranted: true)))).ShouldBe(
            "Somebody has decided this already."
        );
    }

    [Theory, OnEveryDatabase]
    public async Task A_claim_that_is_not_true_changes_nothing(Database database)
    {
        var hub = await OpenScene(database);
        var slip = await Slip(hub);
        await hub.As<ClaimPerson>(Cast.Ines, claim => claim.Run(slip));
        var question = (await hub.As<WhoIsThis, WhoIsThis.Screen?>(Cast.Ada, ask => ask.Run(slip)))!.Claims[0];

        await hub.As<DecideClaim>(Cast.Ada, claim => claim.Run(question.Id, isGranted: false));

        (await Show(hub, slip))!.Name.ShouldBe("Tom Lindqvist");
        (await hub.As<WhoIsThis, WhoIsThis.Screen?>(Cast.Ada, ask => ask.Run(slip)))!.Claims.ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_may_be_the_same_is_offered(Database database)
    {
        var hub = await OpenScene(database);
        var (tomas, slip) = (await Id(hub, "Tomas Lindqvist"), await Slip(hub));

        var offered = await hub.As<WhoIsThis, WhoIsThis.Screen?>(Cast.Ada, ask => ask.Run(slip));
        var searched = await hub.As<WhoIsThis, WhoIsThis.Screen?>(Cast.Ada, ask => ask.Run(slip, "moreau"));
        var member = await hub.As<WhoIsThis, WhoIsThis.Screen?>(Cast.Ines, ask => ask.Run(slip));

        offered!.Others.ShouldNotContain(other => other.Name == "Ines Moreau");
        searched!.Others.ShouldHaveSingleItem().Name.ShouldBe("Ines Moreau");
        (member!.MayMerge, member.MayClaim, member.Others.Count).ShouldBe((false, true, 0));
        (await hub.As<WhoIsThis, WhoIsThis.Screen?>(who: null, ask => ask.Run(tomas))).ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_kept_on_a_person_is_theirs_to_have(Database database)
    {
        var hub = await OpenScene(database);
        var ines = await Id(hub, "Ines Moreau");

        var mine = System.Text.Encoding.UTF8.GetString(await Export(Cast.Ines));

        mine.ShouldContain("Ines Moreau");
        mine.ShouldContain("Finish the wiki page on node images");
        mine.ShouldContain("SIG/Inference");
        (await Refused(() => Export(Cast.Ada))).ShouldContain("Only the person");
        (await Refused(() => Export(who: null))).ShouldBe("Please sign in first.");

        Task<byte[]> Export(string? who) => hub.As<ExportPerson, byte[]>(who, export => export.Run(ines));
    }

    [Theory, OnEveryDatabase]
    public async Task Erased_is_erased_in_minutes_too_where_that_is_asked_for(Database database)
    {
        var hub = await OpenScene(database);
        var ines = await Id(hub, "Ines Moreau");
        await hub.Look(async db =>
        {
            var action = await db.Actions.SingleAsync(one => one.Number == 2);
            var robin = Actor.Administrator(
                await db.People.Where(p => p.DisplayName == "Robin Vale").Select(p => p.Id).SingleAsync()
            );
            action.Reword(robin, "Ask ines moreau and Ines Moreausson, not Ines", hub.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });

        (await Refused(() => Erase(Cast.Ada, "Ines Moreau"))).ShouldContain("Only the person");
        (await Refused(() => Erase(Cast.Ada, "somebody"))).ShouldNotContain(
            "Ines",
            Case.Insensitive,
            "nobody learns a name by it"
        );
        (await Refused(() => Erase(Cast.Ines, "ines"))).ShouldContain("type the name");
        await Erase(Cast.Ines, "Ines Moreau");

        (await Show(hub, ines)).ShouldBeNull();
        (await hub.Look(db => db.Users.AnyAsync(user => user.UserName == Cast.Ines))).ShouldBeFalse();
        var words = await hub.Look(db =>
            db.Actions.Where(one => one.Number == 2).Select(one => one.Text).SingleAsync()
        );
        words.ShouldBe("Ask a former member and Ines Moreausson, not Ines");
        (
            await hub.Look(db => db.Documents.AnyAsync(document => document.Source.Contains("Ines Moreau")))
        ).ShouldBeFalse();
        (
            await hub.Look(db =>
                db.Meetings.AnyAsync(meeting =>
                    meeting.Attendances.Any(one => one.PersonId == ines && one.Name != "a former member")
                )
            )
        ).ShouldBeFalse();

        var came = await hub.Look(async db =>
        {
            var meeting = await db.Meetings.FirstAsync(one => one.Attendances.Any(who => who.PersonId == ines));
            var group = await db.Groups.SingleAsync(one => one.Id == meeting.GroupId);
            return (group.Slug.Value, meeting.Address);
        });
        foreach (var style in new[] { null, "rocky", "sighub", "cdf", "lfai" })
            (
                await hub.As<ExportMinutes, ExportMinutes.Exported?>(
                    Cast.Ada,
                    export => export.Run(came.Value, came.Address, style)
                )
            )!.Text.ShouldNotContain("Ines Moreau\n");

        Task Erase(string who, string typed) =>
            hub.As<ErasePerson>(who, erase => erase.Run(ines, typed, inMinutesToo: true));
    }

    [Theory, OnEveryDatabase]
    public async Task A_new_name_keeps_the_old_one_known(Database database)
    {
        var hub = await OpenScene(database);
        var ines = await Id(hub, "Ines Moreau");
        var seen = (await hub.As<ShowPerson, ShowPerson.Screen?>(Cast.Ines, show => show.Run(ines)))!.Seen;

        await hub.As<RenamePerson>(Cast.Ines, rename => rename.Run(seen, "Ines Moreau-Lange"));

        var shown = await Show(hub, ines);
        (shown!.Name, shown.Aliases).ShouldBe(("Ines Moreau-Lange", shown.Aliases));
        shown.Aliases.ShouldBe(["Ines Moreau"]);
        await Should.ThrowAsync<ChangedMeanwhile>(() =>
            hub.As<RenamePerson>(Cast.Robin, rename => rename.Run(seen, "Somebody Else"))
        );
    }

    private static Task<ShowPerson.Screen?> Show(Hub hub, Guid id) =>
        hub.As<ShowPerson, ShowPerson.Screen?>(Cast.Robin, show => show.Run(id));

    private static Task<Guid> Id(Hub hub, string name) =>
        hub.Look(db => db.People.Where(person => person.DisplayName == name).Select(person => person.Id).SingleAsync());

    /// <summary>Somebody who came, owns an action and an affiliation, and holds a title, under a name with a slip.</summary>
    private static Task<Guid> Slip(Hub hub) =>
        hub.Look(async db =>
        {
            var now = hub.Clock.UtcNow();
            var robin = Actor.Administrator(
                await db.People.Where(p => p.DisplayName == "Robin Vale").Select(p => p.Id).SingleAsync()
            );
            var person = new Person("Tom Lindqvist", now);
            person.LearnAffiliation("Nordic Grid", from: null, now);
            db.People.Add(person);
            var compute = await db.Groups.SingleAsync(group => group.Name == "SIG/Compute");
            var meeting = await db.Meetings.OrderBy(one => one.Date).FirstAsync(one => one.GroupId == compute.Id);
            meeting.Mark(robin, new Mention(person.DisplayName, person.Id), Presence.Present, affiliation: null, now);
            var number = await db.TakeNumbers(NumberSeries.Actions, 1);
            db.Actions.Add(
                ActionItem.Raise(
                    robin,
                    number,
                    compute.Id,
                    meeting.Id,
                    meeting.Date,
                    "Move the cables",
                    [new Mention(person.DisplayName, person.Id)],
                    now
                )
            );
            db.Memberships.Add(
                Membership.FromDocument(
                    person.Id,
                    compute.Id,
                    Role.Member,
                    "Cables",
                    affiliation: null,
                    Term.Always,
                    now
                )
            );
            await db.SaveChangesAsync();
            return person.Id;
        });

    /// <summary>Every cell of the database that holds the id, apart from the person and what is known of merges.</summary>
    private static Task<List<string>> References(Hub hub, Guid id) =>
        hub.Look(async db =>
        {
            var found = new List<string>();
            var tables = db
                .Model.GetEntityTypes()
                .Where(entity => entity.ClrType != typeof(PersonMerge) && entity.ClrType != typeof(MovedReference))
                .Where(entity => entity.FindPrimaryKey()!.Properties.Count == 1)
                .Select(entity => entity.GetTableName()!)
                .Distinct();
            foreach (var table in tables)
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"SELECT * FROM \"{table}\"";
                await db.Database.OpenConnectionAsync();
                await using var rows = await command.ExecuteReaderAsync();
                while (await rows.ReadAsync())
                {
                    for (var column = 0; column < rows.FieldCount; column++)
                    {
                        var cell = Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture);
                        if (
                            string.Equals(cell, id.ToString(), StringComparison.OrdinalIgnoreCase)
                            && (table, rows.GetName(column)) is not ("people", "id")
                            && !rows.GetName(column).Equals("subject_id", StringComparison.Ordinal)
                        )
                            found.Add($"{table}.{rows.GetName(column)} {rows.GetValue(0)}");
                    }
                }
            }
            return found;
        });
}
