namespace SigHub.Domain.Activity;

/// <summary>
/// Something that was done: to what, by whom, when. Nouns return one from each change; a use case records it. Notifications,
/// audit, feeds and live updates read facts.
/// </summary>
public abstract record Fact(Subject Subject, Guid By, DateTime At)
{
    /// <summary>The fact's own name, <c>MeetingCancelled</c>.</summary>
    public string Verb => GetType().Name;

    /// <summary>What follows the actor's name in a sentence: "cancelled the meeting of 2026-03-04: too few can come".</summary>
    public abstract string Summary { get; }

    /// <summary>The changed words as they were, for whoever wrote at the same time.</summary>
    public virtual string? Before => null;

    public virtual string? After => null;

    /// <summary>The person it was done to, whose name is no part of the summary.</summary>
    public virtual Guid? About => null;
}
