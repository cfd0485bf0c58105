namespace SigHub.Minutes.Sections;

/// <summary>What a part of the document is for.</summary>
internal enum SectionKind
{
    Unknown,
    RollCall,
    Regrets,
    Absent,
    Actions,
    CarriedActions,
    OldBusiness,
    FollowUps,
    Decisions,
    Agenda,
    Discussion,
    Members,
    Officers,
    Roadmap,
    Goals,
    Purpose,
    Groups,
    Links,
    Communication,
    Meetings,
    NextMeeting,
    Contents,
    Summary,
    Template,
}
