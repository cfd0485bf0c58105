using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Features.Actions;
using SigHub.Web.Features.Decisions;
using SigHub.Web.Features.Roadmap;
using SigHub.Web.Features.Search;
using SigHub.Web.Persistence;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Meetings;

/// <summary>A record that fewer people see than its group and its meeting.</summary>
public sealed class Keeping_a_record_to_itself : MeetingTest
{
    [Theory, OnEveryDatabase]
    public async Task It_is_found_by_those_alone_who_may_see_it(Database database)
    {
        var hub = await OpenScene(database);
        var action = await hub.Look(db => db.Actions.SingleAsync(one => one.Text.StartsWith("Label")));
        var decision = await hub.Look(db => db.Decisions.SingleAsync(one => one.Text.StartsWith("Take both")));
        var milestone = await hub.Look(db => db.Milestones.SingleAsync(one => one.Title == "User conference"));
        (await Refused(() => Restrict(Cast.Ines))).ShouldContain("Only whoever leads");

        await Restrict(Cast.Ada);

        (await Seen(by: null)).ShouldBe([false, false, false, false, false, false]);
        (await Seen(Cast.Ada)).ShouldBe([true, true, true, true, true, true]);
        var told = await hub.Look(db => db.Activity.Where(one => one.SubjectId == action.Id).ToListAsync());
        told.ShouldNotBeEmpty();
        told.ShouldAllBe(entry => entry.Visibility == Visibility.Closed);

        async Task Restrict(string who)
        {
            await hub.As<ChangeActionVisibility>(
                who,
                change => change.Run(new Seen(action.Id, action.Version), Visibility.Closed)
            );
            await hub.As<ChangeDecisionVisibility>(
                who,
                change => change.Run(new Seen(decision.Id, decision.Version), Visibility.Closed)
            );
            await hub.As<ChangeMilestoneVisibility>(
                who,
                change => change.Run(new Seen(milestone.Id, milestone.Version), Visibility.Closed)
            );
        }

        async Task<bool[]> Seen(string? by) =>
            [
                await hub.As<ReadAction, bool>(by, async read => await read.Run(action.Number) is not null),
                await hub.As<ReadDecision, bool>(by, async read => await read.Run(decision.Number) is not null),
                await hub.As<ReadMilestone, bool>(by, async read => await read.Run(milestone.Number) is not null),
                .. await Task.WhenAll(
                    new[] { "cables", "mirror offers", "conference" }.Select(words =>
                        hub.As<FindAnything, bool>(by, async find => (await find.Run(words, 1)).All > 0)
                    )
                ),
            ];
    }

    [Theory, OnEveryDatabase]
    public async Task Minutes_that_more_people_read_must_not_speak_of_it(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Begun(hub);
        await Write(
            hub,
            address,
            text =>
                Below(Below(text, "## Decisions", "- Ship the marzipan"), "## Action items", "- [ ] Ines: buy sugar")
        );
        await Finalize(hub, address);
        var action = await hub.Look(db => db.Actions.SingleAsync(one => one.Text == "buy sugar"));
        var decision = await hub.Look(db => db.Decisions.SingleAsync(one => one.Text.EndsWith("marzipan")));

        (
            await Refused(() =>
                hub.As<ChangeActionVisibility>(
                    Cast.Ada,
                    change => change.Run(new Seen(action.Id, action.Version), Visibility.Members)
                )
            )
        ).ShouldContain("stands in the minutes of 12 March 2026");
        (
            await Refused(() =>
                hub.As<ChangeDecisionVisibility>(
                    Cast.Ada,
                    change => change.Run(new Seen(decision.Id, decision.Version), Visibility.Members)
                )
            )
        ).ShouldContain("Change who sees that meeting");
        (await hub.Look(db => db.Actions.SingleAsync(one => one.Id == action.Id))).Visibility.ShouldBe(
            Visibility.Public
        );
    }
}
