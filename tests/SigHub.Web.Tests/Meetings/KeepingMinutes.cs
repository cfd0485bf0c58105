using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Minutes;
using SigHub.Web.Features.Actions;
using SigHub.Web.Features.Meetings;
using SigHub.Web.Features.Search;
using SigHub.Web.Persistence;
using SigHub.Web.Platform.Demo;
using ActionStatus = SigHub.Domain.Actions.ActionStatus;
using Database = SigHub.Testing.Database;
using MeetingState = SigHub.Domain.Meetings.MeetingState;
using ReadMeeting = SigHub.Web.Features.Meetings.ReadMeeting;

namespace SigHub.Web.Tests.Meetings;

public sealed class Keeping_minutes : MeetingTest
{
    [Theory]
    [InlineData(MinutesStyle.SigHub)]
    [InlineData(MinutesStyle.Rocky)]
    [InlineData(MinutesStyle.Cdf)]
    [InlineData(MinutesStyle.LfAi)]
    public async Task They_begin_with_what_is_known_and_that_is_read_in_them(MinutesStyle style)
    {
        var hub = await OpenScene(Database.Sqlite);
        await Keep(hub, style, template: null, "Be kind. Talk about no prices: https://foundation.example/antitrust");

        var text = await Text(hub, await Begun(hub, "Welcome", "Node image"));

        text.ShouldContain("> Be kind.");
        var reading = MinutesReader.Read("", text);
        var own = reading.Meetings[0];
        (own.Group, own.Date).ShouldBe(("SIG/Compute", new DateOnly(2026, 3, 12)));
        own.Agenda.Select(item => item.Title).ShouldBe(["Welcome", "Node image"]);
        var carried = reading.Meetings.SelectMany(one => one.Actions).ToList();
        var open = await hub.Look(db => db.Actions.Open().Where(one => one.GroupId == GroupId(db)).ToListAsync());
        carried.Select(one => one.Id).Order().ShouldBe(open.Select(one => one.Reference).Order());
        foreach (var action in open)
        {
            var read = carried.Single(one => one.Id == action.Reference);
            read.Text.ShouldBe(action.Text);
            read.Due.ShouldBe(action.Due);
            read.Status.ToString().ShouldBe(action.Status.ToString());
            read.Owners.Select(owner => owner.Name).ShouldBe(action.Owners.OrderBy(o => o.Order).Select(o => o.Name));
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_template_of_the_group_s_own_is_filled_in_and_forgets_no_action(Database database)
    {
        var hub = await OpenScene(database);
        await Keep(
            hub,
            MinutesStyle.SigHub,
            "# {title}\n\n{notice}\n\n## Agenda\n\n{agenda}\n\n## Attendees\n\n## Decisions",
            "Be kind."
        );

        var text = await Text(hub, await Begun(hub, "Welcome"));

        text.ShouldStartWith("# SIG/Compute meeting 2026-03-12");
        text.ShouldContain("\nBe kind.\n");
        text.ShouldContain("A-1");
        MinutesReader.Read("", text).Meetings[0].Agenda.ShouldHaveSingleItem().Title.ShouldBe("Welcome");
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_raised_and_decided_is_for_those_who_see_the_meeting(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Begun(hub, "Welcome");
        await Write(
            hub,
            address,
            text =>
                Below(Below(text, "## Decisions", "- Ship the marzipan"), "## Action items", "- [ ] Ines: buy sugar")
        );
        await Finalize(hub, address);
        (await Refused(() => Show(Cast.Ines, Visibility.Closed))).ShouldContain("Only whoever leads");

        await Show(Cast.Ada, Visibility.Closed);
        (await IsSeen(by: null)).ShouldBeFalse();
        (await IsSeen(Cast.Ada)).ShouldBeTrue();
        var told = await hub.Look(db => db.Activity.Where(one => one.Summary.Contains("marzipan")).ToListAsync());
        told.ShouldNotBeEmpty();
        told.ShouldAllBe(entry => entry.Visibility == Visibility.Closed);

        await Show(Cast.Ada, Visibility.Public);
        (await IsSeen(by: null)).ShouldBeTrue();

        Task Show(string who, Visibility readers) =>
            hub.As<ChangeVisibility>(who, async change => await change.Run(await Seen(hub, address), readers));

        async Task<bool> IsSeen(string? by)
        {
            var meeting = await hub.As<ReadMeeting, ReadMeeting.Shown?>(by, read => read.Run(Group, address));
            var decision = await hub.As<FindAnything, FindAnything.Screen>(by, find => find.Run("marzipan", 1));
            var action = await hub.As<FindAnything, FindAnything.Screen>(by, find => find.Run("sugar", 1));
            var seen = new[] { meeting is not null, decision.All > 0, action.All > 0 };
            seen.Distinct().ShouldHaveSingleItem();
            return seen[0];
        }
    }

    [Theory, OnEveryDatabase]
    public async Task An_action_that_others_do_not_see_stays_out_of_a_public_text(Database database)
    {
        var hub = await OpenScene(database);
        await hub.Look(db =>
            db.Actions.Where(action => action.Number == 2)
                .ExecuteUpdateAsync(set => set.SetProperty(action => action.Visibility, Visibility.Closed))
        );

        var text = await Text(hub, await Begun(hub));

        text.ShouldContain("A-1 ");
        text.ShouldNotContain("A-2 ");
    }

    [Theory, OnEveryDatabase]
    public async Task Finalized_they_become_records_with_numbers_that_stand_in_the_text(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Written(hub);

        await Finalize(hub, address);

        var shown = await Read(hub, null, address);
        (shown.Head.State, shown.Head.Edition).ShouldBe((MeetingState.Final, 1));
        shown
            .RollCall.Select(who => (who.Name, who.PersonId is not null))
            .ShouldBe([("Ada Quill", true), ("Ines Moreau", true), ("Grace Guest", true)]);
        shown.Decisions.ShouldHaveSingleItem().Text.ShouldBe("Ship the image on Friday.");
        var fresh = shown.Actions.Single(action => action.IsNew);
        fresh.Text.ShouldBe("write the release notes");
        fresh.Owners.ShouldHaveSingleItem().Name.ShouldBe("Ines Moreau");
        fresh.Due.ShouldBe(new DateOnly(2026, 3, 20));
        var text = shown.Head.Text;
        text.ShouldContain($"D-{shown.Decisions[0].Number}: ");
        text.ShouldContain($"A-{fresh.Number} ");
        var again = MinutesReader.Read("", text).Meetings[0];
        again.Actions.Single().Id.ShouldBe($"A-{fresh.Number}");
        again.Decisions.Single().Id.ShouldBe($"D-{shown.Decisions[0].Number}");
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_meeting_found_of_an_action_is_history_from_then_on(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Begun(hub);
        await Write(hub, address, text => text.Replace("- [ ] A-1 ", "- [x] A-1 ", StringComparison.Ordinal));

        await Finalize(hub, address);

        var meeting = (await Seen(hub, address)).Id;
        var actions = await hub.Look(db => db.Actions.Where(one => one.GroupId == GroupId(db)).ToListAsync());
        actions.Single(one => one.Number == 1).Status.ShouldBe(ActionStatus.Done);
        actions.Single(one => one.Number == 2).Status.ShouldBe(ActionStatus.Open);
        foreach (var number in new[] { 1, 2, 3 })
        {
            var action = actions.Single(one => one.Number == number);
            action.History.Count(state => state.MeetingId == meeting).ShouldBe(1, action.Reference);
            action.StateOn(new DateOnly(2026, 3, 12))!.MeetingId.ShouldBe(meeting);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_check_says_what_is_missing_and_can_be_overruled(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Begun(hub, "Welcome");
        await Write(
            hub,
            address,
            text => Below(text, "## Action items", "- [ ] look at the mirrors\n- [ ] Zoe: buy a cake")
        );

        var draft = await hub.As<ReadText, ReadText.Screen?>(Cast.Ada, read => read.Run(Group, address));
        draft!
            .Concerns.Select(concern => concern.Kind)
            .Distinct()
            .ShouldBe(
                [ConcernKind.NobodyPresent, ConcernKind.NoOwner, ConcernKind.NoNotes, ConcernKind.UnclearName],
                ignoreOrder: true
            );
        (await Refused(() => Finalize(hub, address, overrule: false))).ShouldContain("Look at this first");
        (await Read(hub, Cast.Ada, address)).Head.State.ShouldBe(MeetingState.Draft);

        await Finalize(hub, address, overrule: true);
        (await Read(hub, Cast.Ada, address)).Actions.Count(action => action.IsNew).ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_typed_below_the_old_business_is_of_this_meeting(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Begun(hub);
        await Write(
            hub,
            address,
            text =>
                $"{text.TrimEnd()}\n\nPresent: Ada Quill, Ines Moreau\n\nDECISION: We keep two mirrors\n\nAGREED: dogs may come along\n"
        );
        var draft = await hub.As<ReadText, ReadText.Screen?>(Cast.Ada, read => read.Run(Group, address));
        draft!.Text.ShouldContain("## Old business");
        draft.Concerns.ShouldAllBe(concern => concern.Kind == ConcernKind.UnclearName);

        await Write(hub, address, text => $"{text}\n# 2026-03-05\n\nPresent: Emil Novak\n");
        draft = await hub.As<ReadText, ReadText.Screen?>(Cast.Ada, read => read.Run(Group, address));
        draft!
            .Concerns.Single(concern => concern.Kind == ConcernKind.OtherDay)
            .Sentence.ShouldContain("about 5 March 2026");

        await Finalize(hub, address, overrule: true);
        var shown = await Read(hub, Cast.Ada, address);
        shown.Decisions.Select(one => one.Text).ShouldBe(["We keep two mirrors", "AGREED: dogs may come along"]);
        shown.Head.Text.ShouldContain($"DECISION: D-{shown.Decisions[0].Number}: We keep two mirrors");
        shown.Head.Text.ShouldContain($"D-{shown.Decisions[1].Number}: AGREED: dogs may come along");
        await Correct(hub, address, shown.Head.Text.Replace("dogs", "cats", StringComparison.Ordinal), "It was cats.");
        (await Read(hub, Cast.Ada, address)).Decisions[1].Text.ShouldBe("AGREED: cats may come along");
        shown.RollCall.Select(one => one.Name).ShouldBe(["Ada Quill", "Ines Moreau"], ignoreOrder: true);
    }

    [Theory, OnEveryDatabase]
    public async Task A_number_and_a_state_report_of_an_action_and_leave_its_words(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Begun(hub);
        var carried = (await Read(hub, Cast.Ada, address)).Head.Text;
        var number = carried[(carried.IndexOf("A-", StringComparison.Ordinal) + 2)..].Split(' ')[0];
        var before = await Action();
        await Write(hub, address, text => Below(text, "## Action items", $"- A-{number} done"));
        await Write(
            hub,
            address,
            text =>
                string.Join(
                    '\n',
                    text.Split('\n').Where(line => !line.Contains($"A-{number} ") || line.EndsWith("done"))
                )
        );

        await Finalize(hub, address, overrule: true);

        var after = await Action();
        (after.Text, after.Status).ShouldBe((before.Text, ActionStatus.Done));
        after.Owners.Select(owner => owner.Name).ShouldBe(before.Owners.Select(owner => owner.Name));

        Task<ActionItem> Action() =>
            hub.Look(db =>
                db.Actions.SingleAsync(one => one.Number == int.Parse(number, CultureInfo.InvariantCulture))
            );
    }

    [Theory, OnEveryDatabase]
    public async Task A_number_that_is_no_action_of_the_group_is_refused_and_nothing_is_kept(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Begun(hub);
        await Write(hub, address, text => Below(text, "## Action items", "- [ ] A-999 Ines: buy a cake"));
        var before = await hub.Look(db => db.Actions.CountAsync());

        (await Refused(() => Finalize(hub, address))).ShouldContain("A-999 is no action of this group");

        (await hub.Look(db => db.Actions.CountAsync())).ShouldBe(before);
        (await Read(hub, Cast.Ada, address)).Head.State.ShouldBe(MeetingState.Draft);
    }

    [Theory, OnEveryDatabase]
    public async Task A_correction_is_version_2_with_its_reason_and_its_difference(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Written(hub);
        await Finalize(hub, address);
        var first = await Text(hub, address);

        await Correct(
            hub,
            address,
            first.Replace("on Friday", "on Monday", StringComparison.Ordinal),
            "the day was wrong"
        );

        var shown = await Read(hub, null, address);
        shown.Head.Edition.ShouldBe(2);
        shown.Decisions.ShouldHaveSingleItem().Text.ShouldBe("Ship the image on Monday.");
        var history = await hub.As<ReadHistory, ReadHistory.Screen?>(
            null,
            read => read.Run(Group, address, from: null, to: null)
        );
        history!.Revisions.Select(row => (row.Edition, row.Reason)).ShouldBe([(2, "the day was wrong"), (1, null)]);
        history.Lines.Single(line => line.Change == TextDifference.Change.Went).Text.ShouldContain("on Friday");
        history.Lines.Single(line => line.Change == TextDifference.Change.Came).Text.ShouldContain("on Monday");
        (await hub.Look(db => db.Revisions.SingleAsync(one => one.Edition == 1))).Text.ShouldBe(first);
    }

    [Theory, OnEveryDatabase]
    public async Task A_correction_adds_what_was_forgotten_and_loses_no_number(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Written(hub);
        await Finalize(hub, address);
        var text = await Text(hub, address);

        await Correct(hub, address, Below(text, "## Action items", "- [ ] Ada Quill: thank the hosts"), "forgotten");
        (await Read(hub, null, address)).Actions.Count(action => action.IsNew).ShouldBe(2);
        (await Text(hub, address)).ShouldMatch("A-\\d+ Ada Quill: thank the hosts");

        var line = (await Text(hub, address))
            .Split('\n')
            .Single(one => one.Contains("release notes", StringComparison.Ordinal));
        (
            await Refused(async () =>
                await Correct(
                    hub,
                    address,
                    (await Text(hub, address)).Replace(line, "", StringComparison.Ordinal),
                    "oops"
                )
            )
        ).ShouldContain("no longer stands in the text");
    }

    [Theory, OnEveryDatabase]
    public async Task The_chair_approves_them_and_a_member_does_not(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Written(hub);
        await Finalize(hub, address);

        (await Refused(() => Approve(Cast.Ines))).ShouldContain("Only a chair");
        await Approve(Cast.Ada);

        (await Read(hub, null, address)).Head.Approved.ShouldNotBeNull();

        Task Approve(string who) =>
            hub.As<ApproveMinutes>(
                who,
                async approve => await approve.Run(await Seen(hub, address), atMeetingId: null)
            );
    }

    [Theory, OnEveryDatabase]
    public async Task Silence_approves_them_where_the_group_has_a_deadline(Database database)
    {
        var hub = await OpenScene(database);
        await Keep(hub, MinutesStyle.SigHub, null, null, quietDays: 7);
        var address = await Written(hub);
        await Finalize(hub, address);

        (await Read(hub, null, address)).Head.Approved.ShouldBeNull();
        hub.Clock.Advance(TimeSpan.FromDays(7));
        (await Read(hub, null, address)).Head.Approved.ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_member_may_object_before_silence_approves_them(Database database)
    {
        var hub = await OpenScene(database);
        await Keep(hub, MinutesStyle.SigHub, null, null, quietDays: 7);
        var address = await Written(hub);
        await Finalize(hub, address);

        await hub.As<ObjectToMinutes>(
            Cast.Ines,
            async say => await say.Run(await Seen(hub, address), "Tomas was present, too.")
        );

        hub.Clock.Advance(TimeSpan.FromDays(8));
        var head = (await Read(hub, Cast.Ada, address)).Head;
        (head.Approved, head.ApprovedUnlessBy).ShouldBe((null, null));
        head.Objections.ShouldHaveSingleItem().Reason.ShouldBe("Tomas was present, too.");
        (await Read(hub, null, address)).Head.Objections.ShouldBeEmpty("it is between people of the group");
        await Correct(
            hub,
            address,
            (await Text(hub, address)).Replace("Ines Moreau\n", "Ines Moreau\n- Tomas Lindqvist\n"),
            "Tomas was present."
        );
        (await Read(hub, Cast.Ada, address)).Head.Objections.ShouldBeEmpty("the next version answers it");

        await hub.As<ObjectToMinutes>(Cast.Ines, async say => await say.Run(await Seen(hub, address), "Not so."));
        await hub.As<ApproveMinutes>(
            Cast.Ada,
            async approve => await approve.Run(await Seen(hub, address), atMeetingId: null)
        );
        head = (await Read(hub, Cast.Ines, address)).Head;
        (head.Approved is not null, head.Objections.Single().Reason).ShouldBe((true, "Not so."));
    }

    [Theory, OnEveryDatabase]
    public async Task A_member_writes_and_finalizes_nothing(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Written(hub);

        (await Refused(() => Write(hub, address, text => text + "x", Cast.Ines))).ShouldContain("Only a chair");
        (await Refused(() => Finalize(hub, address, who: Cast.Ines))).ShouldContain("Only a chair");
        (await hub.As<ReadText, ReadText.Screen?>(Cast.Ines, read => read.Run(Group, address))).ShouldBeNull();
        await Finalize(hub, address);
        (await Refused(() => Correct(hub, address, "x", "y", Cast.Ines))).ShouldContain("Only a chair");
        var seen = await hub.Look(db =>
            db.Actions.Where(one => one.Number == 1).Select(one => new Seen(one.Id, one.Version)).SingleAsync()
        );
        await hub.As<ReportState, Seen>(Cast.Ines, report => report.Run(seen, ActionStatus.InProgress, "half of it"));
    }

    [Theory, OnEveryDatabase]
    public async Task A_draft_is_not_for_visitors_unless_the_group_publishes_it(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Written(hub);

        foreach (var read in new[] { await Read(hub, null, address) })
            (read.Head.Text, read.RollCall.Count).ShouldBe(("", 0));
        (await Read(hub, Cast.Ines, address)).Head.Text.ShouldContain("Ship the image");
        (await Export(hub, null, address, null)).ShouldBeNull();
        (await History(null)).ShouldBeEmpty();
        (await History(Cast.Ines)).ShouldNotBeEmpty();

        await Keep(hub, MinutesStyle.SigHub, null, null, publishesDrafts: true);
        (await Read(hub, null, address)).Head.Text.ShouldContain("Ship the image");
        (await Export(hub, null, address, null)).ShouldNotBeNull();

        async Task<IReadOnlyList<ReadHistory.Row>> History(string? who) =>
            (
                await hub.As<ReadHistory, ReadHistory.Screen?>(who, read => read.Run(Group, address, null, null))
            )!.Revisions;
    }

    [Theory, OnEveryDatabase]
    public async Task A_draft_goes_back_to_what_it_was(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Begun(hub);
        var first = await Text(hub, address);
        hub.Clock.Advance(TimeSpan.FromMinutes(11));
        await Write(hub, address, text => text + "\nEverything was wrong.\n");

        await hub.As<RestoreDraft>(Cast.Ada, async restore => await restore.Run(await Seen(hub, address), 1));

        (await Text(hub, address)).ShouldBe(first);
        (await hub.Look(db => db.Revisions.CountAsync())).ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_typed_while_they_become_final_is_in_them_or_refused(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Written(hub);
        var seen = await Seen(hub, address);
        var typed = 0;

        var typing = Enumerable
            .Range(0, 20)
            .Select(async at =>
            {
                try
                {
                    await Write(hub, address, text => text + $"\nword{at}.\n");
                    Interlocked.Increment(ref typed);
                }
                catch (RuleBroken)
                {
                    // Final already.
                }
            });
        await Task.WhenAll([
            .. typing,
            hub.As<FinalizeMinutes>(Cast.Ada, finalize => finalize.Run(seen, overrule: true, [])),
        ]);

        var final = await Text(hub, address);
        Enumerable.Range(0, 20).Count(at => final.Contains($"word{at}.", StringComparison.Ordinal)).ShouldBe(typed);
        (await Read(hub, Cast.Ada, address)).Head.State.ShouldBe(MeetingState.Final);
    }

    [Theory, OnEveryDatabase]
    public async Task The_quorum_is_counted_by_the_group_s_rule(Database database)
    {
        var hub = await OpenScene(database);
        var habits = await hub.As<ReadHabits, ReadHabits.Screen?>(Cast.Ada, read => read.Run(Group));
        await hub.As<ChangeHabits, Seen>(
            Cast.Ada,
            change => change.Run(habits!.Seen, habits.Habits, QuorumRule.MoreThan(1, 2))
        );
        var address = await Written(hub);

        await Finalize(hub, address);

        var quorum = (await Read(hub, null, address)).Head.Quorum!.Value;
        (quorum.Present, quorum.Voting, quorum.Needed, quorum.IsMet).ShouldBe((2, 3, 2, true));
        (await hub.As<ReadHabits, ReadHabits.Screen?>(Cast.Ines, read => read.Run(Group))).ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sighub")]
    [InlineData("rocky")]
    [InlineData("cdf")]
    [InlineData("lfai")]
    public async Task Exported_they_read_back_as_the_same_records(string? style)
    {
        var hub = await OpenScene(Database.Sqlite);
        var address = await Written(hub);
        await Finalize(hub, address);
        var shown = await Read(hub, Cast.Ada, address);

        var exported = (await Export(hub, Cast.Ada, address, style))!.Text;

        var meeting = MinutesReader.Read("", exported).Meetings[0];
        meeting.Attendees.Select(one => one.Name).ShouldBe(shown.RollCall.Select(one => one.Name));
        meeting
            .Decisions.Select(one => (one.Id, one.Text))
            .ShouldBe(shown.Decisions.Select(one => ((string?)$"D-{one.Number}", one.Text)));
        MinutesReader
            .Read("", exported)
            .Meetings.SelectMany(one => one.Actions)
            .Select(one => (one.Id, one.Text))
            .Order()
            .ShouldBe(shown.Actions.Select(one => ((string?)$"A-{one.Number}", one.Text)).Order());
    }

    [Theory, OnEveryDatabase]
    public async Task Minutes_that_a_document_brought_are_exported_too(Database database)
    {
        var hub = await OpenScene(database);

        var exported = (await Export(hub, Cast.Ada, "2026-02-26", "rocky"))!.Text;

        var read = MinutesReader.Read("", exported);
        read.Meetings[0].Attendees.Count.ShouldBe(5);
        read.Meetings[0].Decisions.ShouldHaveSingleItem().Id.ShouldBe("D-1");
        read.Meetings.SelectMany(one => one.Actions).Select(one => one.Id).ShouldContain("A-2");
    }

    private static async Task<string> Written(Hub hub)
    {
        var address = await Begun(hub, "Node image");
        await Write(
            hub,
            address,
            text =>
                Below(
                    Below(
                        Below(
                            Below(text, "## Attendees", "- Ada Quill (Halden Computing)\n- Ines Moreau\n- Grace Guest"),
                            "### Node image",
                            "It boots."
                        ),
                        "## Decisions",
                        "- Ship the image on Friday."
                    ),
                    "## Action items",
                    "- [ ] Ines Moreau: write the release notes [due] 2026-03-20"
                )
        );
        return address;
    }

    private static async Task Correct(Hub hub, string address, string text, string reason, string who = Cast.Ada) =>
        await hub.As<CorrectMinutes>(who, async correct => await correct.Run(await Seen(hub, address), text, reason));

    private static Task<ExportMinutes.Exported?> Export(Hub hub, string? who, string address, string? style) =>
        hub.As<ExportMinutes, ExportMinutes.Exported?>(who, export => export.Run(Group, address, style));

    private static async Task Keep(
        Hub hub,
        MinutesStyle style,
        string? template,
        string? notice,
        bool publishesDrafts = false,
        int? quietDays = null
    )
    {
        var screen = await hub.As<ReadHabits, ReadHabits.Screen?>(Cast.Ada, read => read.Run(Group));
        var habits = new MinutesHabits(style, template, notice, publishesDrafts, quietDays);
        if (habits != screen!.Habits)
            await hub.As<ChangeHabits, Seen>(Cast.Ada, change => change.Run(screen.Seen, habits, screen.Quorum));
    }

    private static Guid GroupId(SigHubDb db) => db.Groups.Single(group => group.Name == "SIG/Compute").Id;
}
