namespace SigHub.Domain.Groups;

public enum GroupKind
{
    Sig,
    WorkingGroup,
    Committee,
    Project,
    Team,
}

public enum GroupState
{
    Active,
    Dormant,
    Archived,
}

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
