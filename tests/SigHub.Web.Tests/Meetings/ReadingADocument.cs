using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Domain.Meetings;
using SigHub.Testing;
using SigHub.Web.Features.Meetings;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Meetings;

public sealed class Reading_a_document : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task Shows_each_line_beside_what_was_read_from_it(Database database)
    {
        var hub = await OpenScene(database);

        var document = await Read(hub, who: null);

        document.ShouldNotBeNull();
        document.Lines.Count.ShouldBe(18);
        document.Lines[0].Records.ShouldHaveSingleItem().Link.ShouldBe("groups/compute/meetings/2026-02-26");
        document.Lines[11].Records.ShouldHaveSingleItem().Name.ShouldBe("D-1");
        document.Lines[14].Number.ShouldBe(15);
        document.Lines[14].Records.ShouldHaveSingleItem().Link.ShouldBe("actions/A-1");
    }

    [Theory, OnEveryDatabase]
    public async Task Hides_addresses_and_passcodes_from_visitors_without_moving_a_line(Database database)
    {
        var hub = await OpenScene(database);

        var visitor = await Read(hub, who: null);
        var member = await Read(hub, Cast.Ines);

        visitor!.Lines[4].Text.ShouldBe("Join: https://video.example/j/4711?pwd=hidden, passcode: [passcode hidden]");
        visitor.Lines[5].Text.ShouldBe("Questions to [address hidden]");
        member!.Lines[5].Text.ShouldBe("Questions to ada@foundation.example");
        visitor.Lines.Count.ShouldBe(member.Lines.Count);
    }

    [Theory, OnEveryDatabase]
    public async Task Leaves_out_the_lines_of_a_record_that_is_for_few(Database database)
    {
        var hub = await OpenScene(database);
        await hub.Look(async db =>
        {
            var robin = await db.People.SingleAsync(person => person.DisplayName == "Robin Vale");
            var action = await db.Actions.SingleAsync(a => a.Number == 1);
            action.ShowTo(new Actor(robin.Id, isAdministrator: true, []), Visibility.Closed, hub.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });

        var visitor = await Read(hub, who: null);
        var chair = await Read(hub, Cast.Ada);

        visitor!.Lines[14].Text.ShouldBe(ReadDocument.HiddenLine);
        visitor.Lines[14].Records.ShouldBeEmpty();
        visitor.Lines[15].Text.ShouldStartWith("- Tomas");
        chair!.Lines[14].Text.ShouldStartWith("- Ines");
    }

    [Theory, OnEveryDatabase]
    public async Task Leaves_out_the_lines_of_a_series_that_is_for_few(Database database)
    {
        var hub = await OpenScene(database);
        await hub.Look(async db =>
        {
            var robin = Actor.Administrator((await db.People.SingleAsync(one => one.DisplayName == "Robin Vale")).Id);
            var document = await db.Documents.SingleAsync();
            var series = MeetingSeries.Create(robin, document.GroupId!.Value, "Calls", hub.Clock.UtcNow());
            series.ShowTo(robin, Visibility.Members, hub.Clock.UtcNow());
            db.Series.Add(series);
            db.Traces.Add(
                new Trace(SubjectKind.Series, series.Id, new Provenance(document.Id, 9, 9), hub.Clock.UtcNow())
            );
            return await db.SaveChangesAsync();
        });

        (await Read(hub, who: null))!.Lines[8].Text.ShouldBe(ReadDocument.HiddenLine);
        (await Read(hub, Cast.Ines))!.Lines[8].Text.ShouldNotBe(ReadDocument.HiddenLine);
    }

    [Theory, OnEveryDatabase]
    public async Task A_document_that_tells_of_a_hidden_meeting_is_not_there(Database database)
    {
        var hub = await OpenScene(database);
        await hub.Look(async db =>
        {
            var robin = await db.People.SingleAsync(person => person.DisplayName == "Robin Vale");
            var meeting = await db.Meetings.SingleAsync(m => m.Title == "Kernel node, Warewulf");
            meeting.ShowTo(new Actor(robin.Id, isAdministrator: true, []), Visibility.Members, hub.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });

        (await Read(hub, who: null)).ShouldBeNull();
        (await Read(hub, Cast.Ines)).ShouldNotBeNull();
    }

    private static async Task<ReadDocument.Shown?> Read(Hub hub, string? who)
    {
        var id = await hub.Look(db => db.Documents.Select(document => document.Id).SingleAsync());
        return await hub.As<ReadDocument, ReadDocument.Shown?>(who, read => read.Run(id));
    }
}
