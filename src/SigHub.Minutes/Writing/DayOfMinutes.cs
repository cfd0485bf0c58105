namespace SigHub.Minutes;

/// <summary>
/// What one document of minutes holds: a meeting, the lists of actions it carried from earlier days, and the roadmap that
/// was on the table.
/// </summary>
public sealed record DayOfMinutes(ReadMeeting Meeting)
{
    /// <summary>Meetings of earlier days, of which only actions are told, with the states of this day.</summary>
    public IReadOnlyList<ReadMeeting> Carried { get; init; } = [];

    public IReadOnlyList<ReadMilestone> Milestones { get; init; } = [];

    /// <summary>The days that a document tells of; its roadmap goes with the first.</summary>
    public static IReadOnlyList<DayOfMinutes> In(Reading reading)
    {
        var days = new List<DayOfMinutes>();
        for (var i = 0; i < reading.Meetings.Count; i++)
            if (
                days.Count > 0
                && IsCarriedBy(days[^1], reading.Meetings[i], reading.Meetings.ElementAtOrDefault(i + 1))
            )
                days[^1] = days[^1] with { Carried = [.. days[^1].Carried, reading.Meetings[i]] };
            else
                days.Add(new DayOfMinutes(reading.Meetings[i]));
        if (days.Count > 0)
            days[0] = days[0] with { Milestones = reading.Milestones };
        return days;
    }

    /// <summary>A list without an action ("None for this meeting") is carried where its neighbours are.</summary>
    private static bool IsCarriedBy(DayOfMinutes later, ReadMeeting meeting, ReadMeeting? next) =>
        meeting is { Date: { } day, State: null, Attendees: [], Agenda: [], Decisions: [] }
        && day < later.Meeting.Date
        && (
            TellsOfEarlier(meeting)
            || meeting.Actions is [] && (later.Carried.Count > 0 || next is not null && TellsOfEarlier(next))
        );

    private static bool TellsOfEarlier(ReadMeeting meeting) =>
        meeting.Actions is not []
        && meeting.Actions.All(action => action.StatusAsOf is { } asOf && asOf > meeting.Date);
}
