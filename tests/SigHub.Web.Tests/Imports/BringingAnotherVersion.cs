using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Imports;

public sealed class Bringing_another_version : ArrivalTest
{
    private const string First =
        "# SIG/Compute meeting 2026-02-12\n\n## Attendees:\n* Ada Quill\n* Jonas Brandt\n\n## Action items:\n* Jonas to get the firmware from the vendor\n* Ada to announce the preview\n";

    private static readonly string s_second = First
        .Replace("get the firmware from the vendor", "get the signed firmware from the vendor")
        .Replace("* Ada to announce the preview\n", "* Ada to announce the preview\n* Ada to thank the mirrors\n");

    [Theory, OnEveryDatabase]
    public async Task Only_what_differs_is_news_and_untouched_records_follow(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, First);
        var id = await Bring(hub, Cast.Ada, s_second);

        var review = (await Look(hub, Cast.Ada, id)).Review!;
        review.Version!.IsSameFile.ShouldBeTrue();
        review.Records.Where(record => record.IsNews && record.Kind is SubjectKind.Action).Count().ShouldBe(2);
        review.Records.Single(record => record.Text.Contains("preview")).IsNews.ShouldBeFalse();
        await Accept(hub, Cast.Ada, id);

        var actions = await Actions(hub);
        actions.Count.ShouldBe(3);
        actions
            .Single(action => action.Text.Contains("firmware"))
            .Text.ShouldBe("get the signed firmware from the vendor");
    }

    [Theory, OnEveryDatabase]
    public async Task What_people_changed_is_offered_and_never_overwritten(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, First);
        await Reword(hub, "firmware", "Get the firmware, and a spare");
        var id = await Bring(
            hub,
            Cast.Ada,
            First.Replace("get the firmware from the vendor", "get the firmware from the vendor at once")
        );
        var record = (await Look(hub, Cast.Ada, id)).Review!.Records.Single(one => one.Text.Contains("firmware"));
        var action = (await Actions(hub)).Single(one => one.Text.Contains("firmware"));

        await Choose(
            hub,
            Cast.Ada,
            id,
            choices => choices with { SameAs = new Dictionary<string, Guid> { [record.Key] = action.Id } }
        );
        var offered = (await Look(hub, Cast.Ada, id))
            .Review!.Records.Single(one => one.Key == record.Key)
            .Differences.Single();
        offered.Here.ShouldBe("Get the firmware, and a spare");
        offered.There.ShouldBe("get the firmware from the vendor at once");
        offered.IsTaken.ShouldBeFalse();
        await Accept(hub, Cast.Ada, id);

        (await Actions(hub)).Single(one => one.Id == action.Id).Text.ShouldBe("Get the firmware, and a spare");
    }

    [Theory, OnEveryDatabase]
    public async Task A_touched_record_takes_the_documents_words_when_somebody_says_so(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, First);
        hub.Clock.Advance(TimeSpan.FromDays(1));
        await hub.Look(async db =>
        {
            var action = await db.Actions.SingleAsync(one => one.Text.Contains("firmware"));
            var robin = await db.People.SingleAsync(person => person.DisplayName == "Robin Vale");
            db.Record(action.AddNote(Domain.Groups.Actor.Administrator(robin.Id), "asked twice", hub.Clock.UtcNow()));
            return await db.SaveChangesAsync();
        });
        var id = await Bring(hub, Cast.Ada, s_second);
        var difference = (await Look(hub, Cast.Ada, id)).Review!.Records.SelectMany(one => one.Differences).Single();
        difference.IsOpen.ShouldBeTrue();
        difference.IsTaken.ShouldBeFalse();

        await Choose(
            hub,
            Cast.Ada,
            id,
            choices => choices with { TakenOver = new Dictionary<string, bool> { [difference.Key] = true } }
        );
        await Accept(hub, Cast.Ada, id);

        (await Actions(hub))
            .Single(one => one.Text.Contains("firmware"))
            .Text.ShouldBe("get the signed firmware from the vendor");
    }

    [Theory, OnEveryDatabase]
    public async Task What_it_no_longer_tells_stays_and_is_named(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, First);
        var id = await Bring(hub, Cast.Ada, First.Replace("* Ada to announce the preview\n", ""));

        var gone = (await Look(hub, Cast.Ada, id)).Review!.Version!.Gone;
        await Accept(hub, Cast.Ada, id);

        gone.Single().Text.ShouldContain("preview");
        (await Actions(hub)).Count.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task It_can_be_taken_back(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Ada, First);
        var before = await Everything(hub);
        var id = await Bring(hub, Cast.Ada, s_second);
        await Accept(hub, Cast.Ada, id);

        await TakeBack(hub, Cast.Ada, id);

        (await Everything(hub)).ShouldBe(before);
    }

    private static Task<int> Reword(Hub hub, string word, string text) =>
        hub.Look(async db =>
        {
            var action = await db.Actions.SingleAsync(one => one.Text.Contains(word));
            var robin = await db.People.SingleAsync(person => person.DisplayName == "Robin Vale");
            db.Record(action.Reword(Domain.Groups.Actor.Administrator(robin.Id), text, hub.Clock.UtcNow()));
            return await db.SaveChangesAsync();
        });
}
