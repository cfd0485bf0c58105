using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Web.Persistence;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Persistence;

/// <summary>What the tests of persistence write down: an action and a meeting of SIG/Compute, by its chair.</summary>
internal static class Writing
{
    public static readonly DateTime Now = new(2026, 3, 12, 9, 0, 0, DateTimeKind.Utc);

    public static readonly DateOnly Today = DateOnly.FromDateTime(Now);

    /// <summary>A context of its own; the test disposes of it.</summary>
    public static Task<SigHubDb> NewContext(this Hub hub) =>
        hub.Services.GetRequiredService<IDbContextFactory<SigHubDb>>().CreateDbContextAsync();

    public static async Task<Actor> Ada(this SigHubDb db)
    {
        var account = await db.Users.SingleAsync(user => user.UserName == Cast.Ada);
        return Actor.Administrator((await db.People.SingleAsync(person => person.AccountId == account.Id)).Id);
    }

    public static Task<Group> Hpc(this SigHubDb db) => db.Groups.SingleAsync(group => group.Name == "SIG/Compute");

    public static Task<Guid> WriteAction(this Hub hub, params string[] owners) =>
        hub.Look(async db =>
        {
            var number = await db.TakeNumbers(NumberSeries.Actions, 1);
            var action = ActionItem.Raise(
                await db.Ada(),
                number,
                (await db.Hpc()).Id,
                meetingId: null,
                Today,
                "Publish the benchmark results",
                owners.Select(name => new Mention(name, null)),
                Now
            );
            db.Actions.Add(action);
            await db.SaveChangesAsync();
            return action.Id;
        });

    public static Task<Guid> WriteMeeting(this Hub hub) =>
        hub.Look(async db =>
        {
            var ada = await db.Ada();
            var time = new MeetingTime(new TimeOnly(16, 30), "Europe/Paris", 45);
            var meeting = Meeting.Schedule(ada, (await db.Hpc()).Id, Today.AddDays(7), 1, "Weekly", time, Now);
            meeting.Mark(ada, new Mention("Noor Haddad", null), Presence.Present, "Northwind Labs", Now);
            meeting.AddToAgenda(ada, "Release plan", Now);
            meeting.AddLink(ada, LinkKind.Recording, "Recording", "https://video.example/1", Now);
            db.Meetings.Add(meeting);
            await db.SaveChangesAsync();
            return meeting.Id;
        });
}
