using SigHub.Domain.Meetings;

namespace SigHub.Domain.Tests.Meetings;

/// <summary>The meeting of SIG/Compilers on 2026-03-05 at 10:00 in Berlin (09:00 UTC), for 45 minutes.</summary>
public abstract class OneMeeting
{
    protected static readonly DateTime Before = new(2026, 3, 5, 8, 59, 0, DateTimeKind.Utc);
    protected static readonly DateTime During = new(2026, 3, 5, 9, 0, 0, DateTimeKind.Utc);
    protected static readonly DateTime After = new(2026, 3, 5, 9, 45, 0, DateTimeKind.Utc);

    protected Meeting Meeting { get; } =
        Meeting.Schedule(
            Ada,
            Compilers.Id,
            new DateOnly(2026, 3, 5),
            1,
            "Spring sync",
            new MeetingTime(new TimeOnly(10, 0), "Europe/Berlin", 45),
            Now
        );
}
