using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Persistence;

public sealed class What_a_viewer_may_see : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task Is_what_the_domain_says_for_each_group_and_each_item(Database database)
    {
        var hub = await Open(database);
        await ScheduleOneMeetingOfEachKindInEveryGroup(hub);
        var viewers = new List<Viewer> { Viewer.Visitor };
        foreach (var (who, _, _) in Cast.Accounts)
            viewers.Add(await ViewerFor(hub, who));

        var meetings = await hub.Look(db => db.Meetings.AsNoTracking().ToListAsync());
        var groups = await hub.Look(db => db.Groups.ToDictionaryAsync(group => group.Id, group => group.Visibility));
        meetings.Count.ShouldBeGreaterThan(12);

        foreach (var viewer in viewers)
        {
            var found = await hub.Look(db => db.Meetings.VisibleTo(viewer).Select(m => m.Id).ToListAsync());

            found.ShouldBe(
                meetings.Where(m => viewer.MaySee(m.GroupId, groups[m.GroupId], m.Visibility)).Select(m => m.Id),
                ignoreOrder: true
            );
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Is_a_question_each_database_understands_for_every_noun(Database database)
    {
        var hub = await Open(database);
        var viewer = await ViewerFor(hub, Cast.Ines);

        await hub.Look(async db =>
        {
            (await db.Actions.VisibleTo(viewer).CountAsync()).ShouldBe(0);
            (await db.Activity.VisibleTo(viewer).CountAsync()).ShouldBe(0);
            (await db.Decisions.VisibleTo(viewer).CountAsync()).ShouldBe(0);
            (await db.Documents.VisibleTo(viewer).CountAsync()).ShouldBe(0);
            (await db.Milestones.VisibleTo(viewer).CountAsync()).ShouldBe(0);
            (await db.Series.VisibleTo(viewer).CountAsync()).ShouldBe(0);
            (await db.Memberships.VisibleTo(viewer).CountAsync()).ShouldBe(5);
            return true;
        });
    }

    private static async Task ScheduleOneMeetingOfEachKindInEveryGroup(Hub hub) =>
        await hub.Look(async db =>
        {
            var robin = new Actor(Guid.NewGuid(), isAdministrator: true, []);
            var day = new DateOnly(2026, 3, 19);
            var now = hub.Clock.UtcNow();
            var groups = await db.Groups.ToListAsync();
            var open = groups.Single(group => group.Slug == new Slug("compute"));
            var inner = Group.Create(
                robin,
                new Slug("inner-circle"),
                "Inner circle",
                GroupKind.Team,
                open.Id,
                Visibility.Members,
                now
            );
            db.Groups.Add(inner);
            foreach (var group in groups.Append(inner))
            {
                foreach (var visibility in Enum.GetValues<Visibility>())
                {
                    var meeting = Meeting.Schedule(
                        robin,
                        group.Id,
                        day,
                        slot: (int)visibility + 1,
                        title: null,
                        time: null,
                        now
                    );
                    db.Meetings.Add(meeting).Property(m => m.Visibility).CurrentValue = visibility;
                }
            }

            return await db.SaveChangesAsync();
        });

    private static async Task<Viewer> ViewerFor(Hub hub, string who)
    {
        var account = await hub.Look(db => db.Users.SingleAsync(user => user.UserName == who));
        var me = new CurrentPerson();
        var person = await hub.Look(db => db.People.SingleAsync(someone => someone.AccountId == account.Id));
        me.Become(account.Id, person.Id);
        return await hub.Look(db => db.ViewerFor(me, hub.Clock.Today()));
    }
}
