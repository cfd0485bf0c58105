using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Actions;
using SigHub.Web.Features.Actions;
using SigHub.Web.Persistence;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Actions;

public sealed class Reporting_a_state : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task The_owner_says_done_and_it_is_written_down(Database database)
    {
        var hub = await OpenScene(database);
        var seen = await See(hub, 1);

        await Report(hub, Cast.Ines, seen, ActionStatus.Done);

        var action = await hub.As<ReadAction, ReadAction.Shown?>(Cast.Ines, read => read.Run(1));
        action!.Status.ShouldBe(ActionStatus.Done);
        action.History[0].Person.ShouldBe("Ines Moreau");
        action.History[0].AsOf.ShouldBe(new DateOnly(2026, 3, 12));
        var fact = await hub.Look(db =>
            db.Activity.SingleAsync(entry => entry.SubjectId == seen.Id && entry.Verb == "ActionStateChanged")
        );
        (fact.Before, fact.After).ShouldBe(("open", "done"));
    }

    [Theory, OnEveryDatabase]
    public async Task The_chair_reports_for_others_and_takes_it_back(Database database)
    {
        var hub = await OpenScene(database);

        var seen = await Report(hub, Cast.Ada, await See(hub, 2), ActionStatus.Done);
        await Report(hub, Cast.Ada, seen, ActionStatus.Open, "a mistake");

        var action = await hub.As<ReadAction, ReadAction.Shown?>(Cast.Ada, read => read.Run(2));
        action!.Status.ShouldBe(ActionStatus.Open);
        action
            .History.Select(state => state.Status)
            .ShouldBe([ActionStatus.Open, ActionStatus.Done, ActionStatus.Open]);
    }

    [Theory, OnEveryDatabase]
    public async Task Still_open_needs_a_note(Database database)
    {
        var hub = await OpenScene(database);
        var seen = await See(hub, 1);

        (await Refused(() => Report(hub, Cast.Ines, seen, ActionStatus.Open))).ShouldBe("A-1 is already open.");
        await Report(hub, Cast.Ines, seen, ActionStatus.Open, "two sections are missing");

        var action = await hub.As<ReadAction, ReadAction.Shown?>(Cast.Ines, read => read.Run(1));
        action!.History[0].Note.ShouldBe("two sections are missing");
    }

    [Theory, OnEveryDatabase]
    public async Task Dropping_and_reopening_need_a_reason(Database database)
    {
        var hub = await OpenScene(database);

        (await Refused(async () => await Report(hub, Cast.Ines, await See(hub, 1), ActionStatus.Cancelled))).ShouldBe(
            "Say why A-1 is dropped."
        );
        (await Refused(async () => await Report(hub, Cast.Ada, await See(hub, 4), ActionStatus.Open))).ShouldBe(
            "Say why A-4 is open again."
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_else_is_refused_and_nothing_changes(Database database)
    {
        var hub = await OpenScene(database);
        var seen = await See(hub, 2);

        (await Refused(() => Report(hub, Cast.Ines, seen, ActionStatus.Done))).ShouldStartWith("Only an owner of A-2");
        (await Refused(() => Report(hub, who: null, seen, ActionStatus.Done))).ShouldBe("Please sign in first.");

        (await See(hub, 2)).ShouldBe(seen);
    }

    [Theory, OnEveryDatabase]
    public async Task What_somebody_may_not_see_is_not_there_to_report_on(Database database)
    {
        var hub = await OpenScene(database);
        var seen = await See(hub, 7);

        (await Refused(() => Report(hub, Cast.Ada, seen, ActionStatus.Done))).ShouldBe(
            "This action is not here any more."
        );
    }

    [Theory, OnEveryDatabase]
    public async Task The_second_writer_is_told_what_the_first_one_did(Database database)
    {
        var hub = await OpenScene(database);
        var seen = await See(hub, 1);
        await Report(hub, Cast.Ines, seen, ActionStatus.OnHold, "waits for screenshots");

        var told = await Should.ThrowAsync<ChangedMeanwhile>(() => Report(hub, Cast.Ada, seen, ActionStatus.Done));

        var change = told.Changes.ShouldHaveSingleItem();
        change.By.ShouldBe("Ines Moreau");
        (change.Before, change.After).ShouldBe(("open", "on hold"));
        await Report(hub, Cast.Ada, told.Now, ActionStatus.Done);
        (await hub.Look(db => db.Actions.SingleAsync(a => a.Number == 1))).Status.ShouldBe(ActionStatus.Done);
    }

    private static Task<Seen> See(Hub hub, int number) =>
        hub.Look(db =>
            db.Actions.Where(action => action.Number == number)
                .Select(action => new Seen(action.Id, action.Version))
                .SingleAsync()
        );

    private static Task<Seen> Report(Hub hub, string? who, Seen seen, ActionStatus to, string? note = null) =>
        hub.As<ReportState, Seen>(who, report => report.Run(seen, to, note));
}

public sealed class Changing_an_action : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task Words_owners_and_day_change_in_one_go_and_names_find_their_people(Database database)
    {
        var hub = await OpenScene(database);
        var before = await Read(hub, 1);

        await Change(
            hub,
            Cast.Ada,
            before.Seen,
            new("Finish the wiki", ["Tomas", "Noor Haddad"], new DateOnly(2026, 4, 1))
        );

        var after = await Read(hub, 1);
        after.Text.ShouldBe("Finish the wiki");
        after.Due.ShouldBe(new DateOnly(2026, 4, 1));
        after.Owners.Select(owner => owner.Name).ShouldBe(["Tomas Lindqvist", "Noor Haddad"]);
        after.Owners[0].PersonId.ShouldNotBeNull();
        after.Owners[1].PersonId.ShouldBeNull();
        after.Changes.Select(change => change.By).ShouldBe(["Ada Quill", "Ada Quill", "Ada Quill"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_different_is_refused_and_so_are_others(Database database)
    {
        var hub = await OpenScene(database);
        var before = await Read(hub, 2);
        var same = new ChangeAction.Wanted(before.Text, ["Tomas Lindqvist"], before.Due);

        (await Should.ThrowAsync<RuleBroken>(() => Change(hub, Cast.Ada, before.Seen, same))).Message.ShouldBe(
            "Nothing is different yet."
        );
        (
            await Should.ThrowAsync<RuleBroken>(() =>
                Change(hub, Cast.Ines, before.Seen, same with { Text = "Mine now" })
            )
        ).Message.ShouldStartWith("Only an owner of A-2");
        (await Read(hub, 2)).Seen.ShouldBe(before.Seen);
    }

    [Theory, OnEveryDatabase]
    public async Task The_second_writer_is_told_and_the_first_one_s_words_stand(Database database)
    {
        var hub = await OpenScene(database);
        var before = await Read(hub, 1);
        await Change(hub, Cast.Ines, before.Seen, new("Finish the wiki, with pictures", ["Ines Moreau"], before.Due));

        var told = await Should.ThrowAsync<ChangedMeanwhile>(() =>
            Change(hub, Cast.Ada, before.Seen, new("Finish the wiki by spring", ["Ines Moreau"], before.Due))
        );

        var change = told.Changes.ShouldHaveSingleItem();
        (change.By, change.After).ShouldBe(("Ines Moreau", "Finish the wiki, with pictures"));
        (await Read(hub, 1)).Text.ShouldBe("Finish the wiki, with pictures");
    }

    private static async Task<ReadAction.Shown> Read(Hub hub, int number) =>
        (await hub.As<ReadAction, ReadAction.Shown?>(Cast.Ada, read => read.Run(number)))!;

    private static Task Change(Hub hub, string who, Seen seen, ChangeAction.Wanted wanted) =>
        hub.As<ChangeAction>(who, change => change.Run(seen, wanted));
}
