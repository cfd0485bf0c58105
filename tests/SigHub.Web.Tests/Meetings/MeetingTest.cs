using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Features.Meetings;
using SigHub.Web.Features.Meetings.Writing;
using SigHub.Web.Persistence;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Meetings;

/// <summary>A test that takes a meeting of SIG/Compute on its way; its chair calls it for today, in an hour's time.</summary>
public abstract class MeetingTest : SceneTest
{
    protected const string Group = "compute";

    protected static Task<string> Call(
        Hub hub,
        string? who = Cast.Ada,
        string? title = null,
        Visibility visibility = Visibility.Public
    ) =>
        hub.As<ScheduleMeeting, string>(
            who,
            call =>
                call.Run(
                    Group,
                    new ScheduleMeeting.Wanted(
                        new DateOnly(2026, 3, 12),
                        new MeetingTime(new TimeOnly(11, 0), "Europe/Berlin", 60),
                        title,
                        visibility
                    )
                )
        );

    /// <summary>Called, planned and begun; an hour has passed.</summary>
    protected static async Task<string> Begun(Hub hub, params string[] topics)
    {
        var address = await Call(hub);
        foreach (var topic in topics)
            await Plan(hub, address, new ChangeAgenda.Added(new AgendaPlan(topic)));
        hub.Clock.Advance(TimeSpan.FromHours(1));
        await hub.As<BeginMinutes>(Cast.Ada, async begin => await begin.Run(await Seen(hub, address)));
        return address;
    }

    protected static async Task Plan(Hub hub, string address, ChangeAgenda.Wanted wanted, string who = Cast.Ada) =>
        await hub.As<ChangeAgenda>(who, async change => await change.Run(await Seen(hub, address), wanted));

    protected static async Task<Seen> Seen(Hub hub, string address) => (await Read(hub, Cast.Ada, address)).Head.Seen;

    protected static async Task<ReadMeeting.Shown> Read(Hub hub, string? who, string address) =>
        (await hub.As<ReadMeeting, ReadMeeting.Shown?>(who, read => read.Run(Group, address)))!;

    protected static async Task<ReadAgenda.Screen?> Agenda(Hub hub, string? who, string? address) =>
        await hub.As<ReadAgenda, ReadAgenda.Screen?>(who, read => read.Run(Group, address));

    protected static async Task<string> Text(Hub hub, string address) => (await Read(hub, Cast.Ada, address)).Head.Text;

    /// <summary>Types into the draft, and pauses for as long as it takes to be kept as a revision.</summary>
    protected static async Task Write(Hub hub, string address, Func<string, string> change, string who = Cast.Ada)
    {
        var (id, version, text) = await hub.Look(async db =>
        {
            var seen = await Seen(hub, address);
            var meeting = await db.Meetings.SingleAsync(one => one.Id == seen.Id);
            return (meeting.Id, meeting.TextVersion, meeting.LiveText);
        });
        var typed = TextChange.Between(text, change(text));
        (await hub.As<EditMinutes, bool>(who, edit => edit.Run(id, version, typed, Guid.NewGuid(), 1))).ShouldBeTrue();
        hub.Clock.Advance(TimeSpan.FromMinutes(2));
        await hub.Services.GetRequiredService<RecordWriting>().Run();
    }

    protected static string Below(string text, string heading, string lines)
    {
        text.ShouldContain($"{heading}\n");
        return text.Replace($"{heading}\n", $"{heading}\n\n{lines}\n", StringComparison.Ordinal);
    }

    protected static async Task Finalize(
        Hub hub,
        string address,
        bool overrule = true,
        string who = Cast.Ada,
        params string[] left
    ) =>
        await hub.As<FinalizeMinutes>(
            who,
            async finalize => await finalize.Run(await Seen(hub, address), overrule, left)
        );
}
