using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Imports;
using SigHub.Testing;
using SigHub.Web.Features.Imports;
using SigHub.Web.Features.Imports.MovingIn;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Imports;

public sealed class Reviewing_an_arrival : ArrivalTest
{
    private const string February = """
        # SIG/Compute meeting 2026-02-12

        ## Attendees:
        * Ada Quill
        * Jonas Brandt

        ## Action items:
        * Jonas to get the firmware from the vendor
        * Ada to announce the preview
        """;

    [Theory, OnEveryDatabase]
    public async Task What_is_edited_and_declined_is_kept_and_moves_in_so(Database database)
    {
        var hub = await Open(database);
        var id = await Bring(hub, Cast.Ada, February);
        var read = (await Look(hub, Cast.Ada, id)).Review!;
        var (firmware, preview) = (Action(read, "firmware"), Action(read, "preview"));

        await Choose(
            hub,
            Cast.Ada,
            id,
            choices =>
                choices with
                {
                    Declined = [preview.Key],
                    Edits = new Dictionary<string, Edit>
                    {
                        [firmware.Key] = firmware.Values! with
                        {
                            Text = "Get the firmware by courier",
                            Due = new(2026, 4, 1),
                        },
                    },
                }
        );
        var again = (await Look(hub, Cast.Ada, id)).Review!;
        await Accept(hub, Cast.Ada, id);

        again.Records.Single(record => record.Landing is Landing.Declined).Text.ShouldContain("preview");
        var action = (await Actions(hub)).Single();
        action.Text.ShouldBe("Get the firmware by courier");
        action.Due.ShouldBe(new DateOnly(2026, 4, 1));
        action.Owners.Single().Name.ShouldBe("Jonas");
    }

    [Theory, OnEveryDatabase]
    public async Task Declined_records_can_be_taken_up_again(Database database)
    {
        var hub = await Open(database);
        var id = await Bring(hub, Cast.Ada, February);
        var key = Action((await Look(hub, Cast.Ada, id)).Review!, "preview").Key;

        await Choose(hub, Cast.Ada, id, choices => choices with { Declined = [key] });
        await Choose(hub, Cast.Ada, id, choices => choices with { Declined = [] });
        await Accept(hub, Cast.Ada, id);

        (await Actions(hub)).Count.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task Same_as_a_known_action_makes_its_state_history_of_that_action(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, February);
        var known = (await Actions(hub)).Single(action => action.Text.Contains("firmware"));
        var id = await Bring(
            hub,
            Cast.Ada,
            "# SIG/Compute meeting 2026-03-05\n\n## Attendees:\n* Ada Quill\n\n## Action items:\n* Jonas to get firmware from vendors - Done\n",
            "march.md"
        );
        var record = (await Look(hub, Cast.Ada, id)).Review!.Records.Single(one => one.Kind is SubjectKind.Action);
        record.Landing.ShouldBe(Landing.New);
        record.IsUncertain.ShouldBeTrue();
        record.Candidates.ShouldContain(candidate => candidate.Id == known.Id && candidate.Name == known.Reference);

        await Choose(
            hub,
            Cast.Ada,
            id,
            choices => choices with { SameAs = new Dictionary<string, Guid> { [record.Key] = known.Id } }
        );
        (await Look(hub, Cast.Ada, id)).Review!.Records.ShouldNotContain(one => one.IsUncertain);
        await Accept(hub, Cast.Ada, id);

        var actions = await Actions(hub);
        actions.Count.ShouldBe(2);
        var firmware = actions.Single(action => action.Id == known.Id);
        firmware.Status.ShouldBe(ActionStatus.Done);
        firmware.Text.ShouldBe(known.Text);
        firmware.StateOn(new DateOnly(2026, 2, 20))!.Status.ShouldBe(ActionStatus.Open);
    }

    [Theory, OnEveryDatabase]
    public async Task Or_it_is_said_to_be_new(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, February);
        var id = await Bring(hub, Cast.Ada, February.Replace("2026-02-12", "2026-03-05"), "march.md");
        var carried = Action((await Look(hub, Cast.Ada, id)).Review!, "preview");
        carried.Landing.ShouldBe(Landing.Known);

        await Choose(
            hub,
            Cast.Ada,
            id,
            choices => choices with { SameAs = new Dictionary<string, Guid> { [carried.Key] = Choices.SomethingNew } }
        );
        await Accept(hub, Cast.Ada, id);

        (await Actions(hub)).Count(action => action.Text.Contains("preview")).ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task Milestones_and_decisions_may_be_known_ones_too(Database database)
    {
        var hub = await Open(database);
        const string First =
            "# SIG/Compute meeting 2026-02-12\n\n## Attendees:\n* Ada Quill\n\n## Decisions\n- We agreed to freeze the interface of the image builder.\n\n## Roadmap\n\n| Time | Milestone |\n|---|---|\n| Q3 2026 | Image builder released |\n";
        await Accept(hub, Cast.Ada, First);
        var id = await Bring(
            hub,
            Cast.Ada,
            First
                .Replace("2026-02-12", "2026-02-26")
                .Replace("freeze the interface of the", "freeze the interface of our")
                .Replace("Image builder released", "The image builder is released"),
            "later.md"
        );
        var review = (await Look(hub, Cast.Ada, id)).Review!;
        var decision = review.Records.Single(one => one.Kind is SubjectKind.Decision);
        var milestone = review.Records.Single(one => one.Kind is SubjectKind.Milestone);

        await Choose(
            hub,
            Cast.Ada,
            id,
            choices =>
                choices with
                {
                    SameAs = new Dictionary<string, Guid>
                    {
                        [decision.Key] = decision.Candidates.Single().Id,
                        [milestone.Key] = milestone.Candidates.Single().Id,
                    },
                }
        );
        await Accept(hub, Cast.Ada, id);

        (await hub.Look(db => db.Decisions.CountAsync())).ShouldBe(1);
        (await hub.Look(db => db.Milestones.CountAsync())).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_name_that_two_share_is_asked_about_and_the_answer_counts(Database database)
    {
        var hub = await Open(database);
        var id = await Bring(
            hub,
            Cast.Ada,
            "# SIG/Compute meeting 2026-02-12\n\n## Attendees:\n* Radek Hornik\n* Radek Malina\n\n## Action items:\n* Radek to write the guide\n"
        );
        await Accept(
            hub,
            Cast.Ada,
            "# SIG/Compute meeting 2026-01-12\n\n## Attendees:\n* Radek Hornik\n* Radek Malina\n"
        );
        var asked = (await Look(hub, Cast.Ada, id)).Review!.Named.Single(name => name.Name == "Radek");
        asked.Standing.ShouldBe(NameStanding.Unclear);

        var malina = asked.Candidates.Single(candidate => candidate.Name == "Radek Malina");
        await Choose(
            hub,
            Cast.Ada,
            id,
            choices => choices with { People = new Dictionary<string, Guid> { ["Radek"] = malina.Id } }
        );
        await Accept(hub, Cast.Ada, id);

        (await Actions(hub)).Single().Owners.Single().PersonId.ShouldBe(malina.Id);
    }

    [Theory, OnEveryDatabase]
    public async Task A_meeting_without_a_date_is_not_accepted_before_it_has_one(Database database)
    {
        var hub = await Open(database);
        var id = await Bring(
            hub,
            Cast.Ada,
            "# SIG/Compute meeting\n\n## Attendees:\n* Ada Quill\n* Ines Moreau\n\n## Action items:\n* Ada to write\n",
            "notes.md"
        );
        var place = (await Look(hub, Cast.Ada, id)).Review!.Undated.Single().Place;
        (await Should.ThrowAsync<RuleBroken>(() => Accept(hub, Cast.Ada, id))).Message.ShouldBe(
            "Give every meeting a date first."
        );

        await Choose(
            hub,
            Cast.Ada,
            id,
            choices => choices with { Dates = new Dictionary<int, DateOnly> { [place] = new(2026, 2, 1) } }
        );
        await Accept(hub, Cast.Ada, id);

        (await hub.Look(db => db.Meetings.SingleAsync())).Date.ShouldBe(new DateOnly(2026, 2, 1));
    }

    [Fact]
    public async Task Before_its_group_is_known_nobody_is_told_that_it_holds_nothing()
    {
        var hub = await Open(Database.Sqlite);
        var text = "Attendees: Ada Quill, Ines Moreau\n\nAction items\n* Ada to write\n";
        var id = await Bring(hub, Cast.Ada, text, "2026-02-12.md");
        using var ada = await SignedIn(hub, Cast.Ada);

        var page = await ada.Open($"/import/{id:N}");
        page.Text.ShouldContain("Its group comes first, then what it says.");
        page.Text.ShouldContain("What was read stands here as soon as it is known which group");
        page.Text.ShouldNotContain("No record was read");
        page.Text.ShouldNotContain("0 records");
        (await ada.Open("/import")).Text.ShouldNotContain("0 records");

        var compute = await hub.Look(db => db.Groups.SingleAsync(group => group.Name == "SIG/Compute"));
        await Choose(hub, Cast.Ada, id, choices => choices with { Into = compute.Id });
        (await ada.Open($"/import/{id:N}")).Text.ShouldContain("nothing that needs you");
    }

    [Theory, OnEveryDatabase]
    public async Task Choices_made_in_another_window_are_not_lost(Database database)
    {
        var hub = await Open(database);
        var id = await Bring(hub, Cast.Ada, February);
        var seen = await Look(hub, Cast.Ada, id);
        await Choose(hub, Cast.Ada, id, choices => choices with { TakePromises = true });

        var refused = await Should.ThrowAsync<RuleBroken>(() =>
            hub.As<AcceptArrival>(Cast.Ada, accept => accept.Run(id, seen.Version))
        );
        refused.Message.ShouldContain("another window");

        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(n =>
                    Task.Run(() =>
                        Choose(
                            hub,
                            Cast.Ada,
                            id,
                            choices => choices with { Settled = [.. choices.Settled, $"one {n:00}"] }
                        )
                    )
                )
        );

        var choices = (await Look(hub, Cast.Ada, id)).Choices;
        choices.TakePromises.ShouldBeTrue();
        choices.Settled.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 12).Select(n => $"one {n:00}"));
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_but_who_brought_it_and_administrators_see_it(Database database)
    {
        var hub = await Open(database);
        var id = await Bring(hub, Cast.Ada, February);
        var version = (await Look(hub, Cast.Robin, id)).Version;

        foreach (var who in (string?[])[null, Cast.Ines, Cast.Mira])
        {
            await Should.ThrowAsync<RuleBroken>(() => Look(hub, who, id));
            await Should.ThrowAsync<RuleBroken>(() => hub.As<AcceptArrival>(who, accept => accept.Run(id, version)));
            await Should.ThrowAsync<RuleBroken>(() =>
                hub.As<ChooseInReview>(who, choose => choose.Run(id, choices => choices))
            );
            await Should.ThrowAsync<RuleBroken>(() => hub.As<PutAway>(who, away => away.Run([id])));
            await Should.ThrowAsync<RuleBroken>(() => hub.As<BringBack>(who, back => back.Run(id)));
        }

        (await Actions(hub)).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Put_away_is_not_lost(Database database)
    {
        var hub = await Open(database);
        var id = await Bring(hub, Cast.Ada, February);

        await hub.As<PutAway>(Cast.Ada, away => away.Run([id]));
        (await hub.As<ShowTray, ShowTray.Tray>(Cast.Ada, tray => tray.Run())).Rows.ShouldBeEmpty();
        await hub.As<BringBack>(Cast.Ada, back => back.Run(id));
        await UntilWorkedOn(hub);

        var row = (await hub.As<ShowTray, ShowTray.Tray>(Cast.Ada, tray => tray.Run())).Rows.Single();
        row.State.ShouldBe(ArrivalState.Read);
        row.IsClear.ShouldBeTrue();
    }

    private static LandedRecord Action(ReviewDocument.Review review, string word) =>
        review.Records.Single(record => record.Kind is SubjectKind.Action && record.Text.Contains(word));
}
