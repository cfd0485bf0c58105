using SigHub.Domain.Groups;

namespace SigHub.Domain.Activity;

/// <summary>A fact, written down for good: who, when, what, and the words before and after.</summary>
public sealed class ActivityEntry
{
    private ActivityEntry(Fact fact)
    {
        Id = Ids.New(fact.At);
        At = fact.At;
        ActorId = fact.By;
        GroupId = fact.Subject.GroupId;
        SubjectKind = fact.Subject.Kind;
        SubjectId = fact.Subject.Id;
        SubjectName = fact.Subject.Name;
        Visibility = fact.Subject.Visibility;
        AboutPersonId = fact.About;
        Verb = fact.Verb;
        Summary = fact.Summary;
        Before = fact.Before;
        After = fact.After;
    }

    private ActivityEntry() { }

    public Guid Id { get; private set; }
    public DateTime At { get; private set; }
    public Guid ActorId { get; private set; }
    public Guid? GroupId { get; private set; }
    public SubjectKind SubjectKind { get; private set; }
    public Guid SubjectId { get; private set; }
    public string SubjectName { get; private set; } = "";

    /// <summary>As strict as the subject was; what is read is also held to its group.</summary>
    public Visibility Visibility { get; private set; }

    public Guid? AboutPersonId { get; private set; }
    public string Verb { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string? Before { get; private set; }
    public string? After { get; private set; }

    public static ActivityEntry Of(Fact fact) => new(fact);

    /// <summary>What was said about a subject before it was hidden, or shown, follows it.</summary>
    public void Follow(VisibilityChanged change)
    {
        if (change.Subject.Id != SubjectId)
            throw new ArgumentException("This entry is about something else.", nameof(change));

        Visibility = change.To;
    }
}
