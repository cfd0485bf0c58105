namespace SigHub.Domain.Actions;

/// <summary>Where an action stands; cancelled is shown as "dropped".</summary>
public enum ActionStatus
{
    Open,
    InProgress,
    OnHold,
    Done,
    Cancelled,
}

/// <summary>Why a meeting looks at an action that it carries over before the others.</summary>
public enum ReviewReason
{
    /// <summary>It is due by the day of the meeting.</summary>
    Due,

    /// <summary>Two meetings went by without a word on it.</summary>
    Stale,

    /// <summary>It was closed since, and only the meeting has yet to say so.</summary>
    Closed,
}

public static class ActionStatusWords
{
    /// <summary>Done and cancelled are the ends; everything else still waits for somebody.</summary>
    public static bool IsClosed(this ActionStatus status) =>
        status switch
        {
            ActionStatus.Open or ActionStatus.InProgress or ActionStatus.OnHold => false,
            ActionStatus.Done or ActionStatus.Cancelled => true,
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    public static string Name(this ActionStatus status) =>
        status switch
        {
            ActionStatus.Open => "open",
            ActionStatus.InProgress => "in progress",
            ActionStatus.OnHold => "on hold",
            ActionStatus.Done => "done",
            ActionStatus.Cancelled => "dropped",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };
}
