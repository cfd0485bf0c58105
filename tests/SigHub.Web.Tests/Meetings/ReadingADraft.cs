using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Features.Actions;
using SigHub.Web.Features.Meetings;
using SigHub.Web.Features.Meetings.Writing;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Meetings;

/// <summary>What stands beside the text while somebody writes it.</summary>
public sealed class Reading_a_draft : MeetingTest
{
    [Theory, OnEveryDatabase]
    public async Task What_is_carried_over_says_for_how_long_and_what_cannot_wait(Database database)
    {
        var hub = await OpenScene(database);
        await MeetTwiceMore(hub);
        var address = await Begun(hub);
        var specs = await hub.Look(db => db.Actions.SingleAsync(one => one.Text.StartsWith("Compare")));
        await hub.As<ReportState>(
            Cast.Ada,
            report => report.Run(new Seen(specs.Id, specs.Version), ActionStatus.Done, note: null)
        );

        var wiki = Past(await Draft(hub, address), "Finish the wiki");
        (wiki.Reason, wiki.Times, wiki.RaisedOn).ShouldBe((ReviewReason.Due, 2, new DateOnly(2026, 1, 29)));
        var key = Past(await Draft(hub, address), "Ask the mirror team");
        (key.Reason, key.Times, key.TouchedOn).ShouldBe((ReviewReason.Stale, 1, new DateOnly(2026, 2, 26)));
        Past(await Draft(hub, address), "Compare").Reason.ShouldBe(ReviewReason.Closed);

        await Write(hub, address, text => Lines(text, "Finish the wiki", " [status] in progress"));
        await Write(hub, address, text => text.Replace("waits for the vote", "they vote on Friday"));
        await Write(hub, address, text => text + "\nACTION: Ines Moreau to order cables\n");

        var draft = await Draft(hub, address);
        Past(draft, "Finish the wiki").Reason.ShouldBeNull("the meeting said a word");
        Past(draft, "Ask the mirror team").Reason.ShouldBeNull();
        draft.Actions.Single(one => one.Text.Contains("cables")).Past.ShouldBeNull("it is new");
    }

    [Theory, OnEveryDatabase]
    public async Task A_quorum_is_counted_and_says_since_when(Database database)
    {
        var hub = await OpenScene(database);
        var habits = (await hub.As<ReadHabits, ReadHabits.Screen?>(Cast.Ada, read => read.Run(Group)))!;
        await hub.As<ChangeHabits, Seen>(
            Cast.Ada,
            change => change.Run(habits.Seen, habits.Habits, QuorumRule.Members(2))
        );
        var address = await Begun(hub);
        (await Draft(hub, address)).Quorum!.Quorum.Present.ShouldBe(0);

        await Write(hub, address, text => Below(text, "## Attendees", "- Ada Quill\n- Kit Lo, a guest"));
        var alone = (await Draft(hub, address)).Quorum!;
        (alone.Quorum.Present, alone.Quorum.IsMet, alone.Since).ShouldBe((1, false, null));

        await Write(hub, address, text => Lines(text, "- Ada Quill", "\n- Ines Moreau"));
        await Write(hub, address, text => text + "\nMuch was said.\n");
        var told = (await Draft(hub, address)).Quorum!;
        (told.Quorum.Present, told.Quorum.IsMet).ShouldBe((2, true));
        told.Since.ShouldBe(new TimeOnly(11, 2), "in the meeting's own zone, when Ines was written down");

        var id = (await Seen(hub, address)).Id;
        var elsewhere = await hub.Look(async db =>
            await new QuorumTimes().Since(
                db,
                await db.Meetings.SingleAsync(one => one.Id == id),
                text => text.Contains("- Ines Moreau", StringComparison.Ordinal)
            )
        );
        elsewhere.ShouldBe(new DateTime(2026, 3, 12, 10, 2, 0, DateTimeKind.Utc), "another node finds it, too");

        await Write(hub, address, text => text.Replace("- Ines Moreau\n", "", StringComparison.Ordinal));
        (await Draft(hub, address)).Quorum!.Since.ShouldBeNull("she left");
        await Write(hub, address, text => Lines(text, "- Ada Quill", "\n- Ines Moreau"));
        (await Draft(hub, address)).Quorum!.Since.ShouldBe(new TimeOnly(11, 8), "she came back");
    }

    [Theory, OnEveryDatabase]
    public async Task A_record_is_suggested_by_its_number_and_by_a_word_of_it(Database database)
    {
        var hub = await OpenScene(database);
        var first = (await Suggested("A-"))[0];
        var word = first.Detail.Split(' ').MaxBy(one => one.Length)!;

        (await Suggested(first.Title)).ShouldContain(first);
        (await Suggested($"A-{word[..4].ToUpperInvariant()}")).ShouldContain(first);
        (await Suggested($"A-{word[1..5]}")).ShouldNotContain(first, "words are known by how they begin");
        (await Suggested("A-zzz")).ShouldBeEmpty();

        Task<IReadOnlyList<SuggestWords.Word>> Suggested(string typed) =>
            hub.As<SuggestWords, IReadOnlyList<SuggestWords.Word>>(
                Cast.Ada,
                suggest => suggest.Run(Group, "actions", typed)
            );
    }

    private static async Task<ReadDraft.Draft> Draft(Hub hub, string address) =>
        (await hub.As<ReadDraft, ReadDraft.Draft?>(Cast.Ada, read => read.Run(Group, address)))!;

    private static CarriedOver.Past Past(ReadDraft.Draft draft, string text) =>
        draft.Actions.Single(one => one.Text.StartsWith(text, StringComparison.Ordinal)).Past.ShouldNotBeNull();

    /// <summary>Words at the end of the line that has others.</summary>
    private static string Lines(string text, string with, string more) =>
        string.Join('\n', text.Split('\n').Select(line => line.Contains(with) ? line + more : line));

    private static Task<int> MeetTwiceMore(Hub hub) =>
        hub.Look(async db =>
        {
            var group = await db.Groups.SingleAsync(one => one.Slug == new Slug(Group));
            var robin = Actor.Administrator((await db.People.SingleAsync(one => one.DisplayName == "Robin Vale")).Id);
            foreach (var day in new[] { new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 6) })
                db.Meetings.Add(Meeting.Schedule(robin, group.Id, day, 1, title: null, time: null, hub.Clock.UtcNow()));
            return await db.SaveChangesAsync();
        });
}
