namespace SigHub.Domain.Roadmaps;

/// <summary>Where a milestone stands.</summary>
public enum MilestoneStatus
{
    Planned,
    InProgress,
    Done,
    Dropped,
}

public static class MilestoneStatusWords
{
    public static bool IsClosed(this MilestoneStatus status) =>
        status switch
        {
            MilestoneStatus.Planned or MilestoneStatus.InProgress => false,
            MilestoneStatus.Done or MilestoneStatus.Dropped => true,
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    public static string Name(this MilestoneStatus status) =>
        status switch
        {
            MilestoneStatus.Planned => "planned",
            MilestoneStatus.InProgress => "in progress",
            MilestoneStatus.Done => "done",
            MilestoneStatus.Dropped => "dropped",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };
}
