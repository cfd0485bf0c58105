using SigHub.Domain.Groups;

namespace SigHub.Domain.Activity;

/// <summary>The nouns that facts and traces are about.</summary>
public enum SubjectKind
{
    Group,
    Membership,
    Person,
    Series,
    Meeting,
    AgendaItem,
    Attendance,
    Decision,
    Action,
    Milestone,
    Document,
    Account,
    Invitation,
    Portal,
}

/// <summary>What a fact is about: enough to find it, to say its name, and to hide it from whom it is hidden.</summary>
public readonly record struct Subject(SubjectKind Kind, Guid Id, Guid? GroupId, string Name, Visibility Visibility);
