namespace SigHub.Domain.Groups;

/// <summary>What a group calls itself.</summary>
public enum GroupKind
{
    Sig,
    WorkingGroup,
    Committee,
    Project,
    Team,
}

/// <summary>Whether a group meets: it does, it rests, or it is over and only read.</summary>
public enum GroupState
{
    Active,
    Dormant,
    Archived,
}

/// <summary>What stands behind an address.</summary>
public enum LinkKind
{
    Website,
    MailingList,
    Chat,
    Document,
    Calendar,
    Meeting,
    Recording,
    Repository,
}
