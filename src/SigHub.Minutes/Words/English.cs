namespace SigHub.Minutes.Words;

/// <summary>The words of English minutes. Everything the grammar knows about the language stands in these files, as data.</summary>
internal static partial class English
{
    public static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    /// <summary>Slips of the hand in the names of months.</summary>
    public const string MonthSlips =
        "januray|janurary|januari|februay|febuary|febraury|feburary|febrary|febuaray|marhc|augst|augest|septmber|septemeber|sepetember|octber|novmber|novemeber|decmber|decemeber";

    public static readonly string[] Weekdays =
    [
        "sunday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
    ];

    /// <summary>Labels before the day of a meeting.</summary>
    public const string DateLabel = "dates?|when|held|day";

    /// <summary>Words by which a title speaks of a meeting.</summary>
    public const string MeetingNouns =
        @"meetings?|minutes|notes|agenda|call|sync|weekly|monthly|bi-?weekly|tele-?con(?:ference)?";

    /// <summary>What a title says beyond the group's name.</summary>
    public const string MeetingWords =
        @"\b(?:(?:bi-?|semi-?|tri-?)?(?:weekly|monthly|annual|quarterly)|meetings?|minutes|mins|notes?|agendas?|calls?|sync(?:-?up)?|current|archive|summary|recap|summaries|log|draft|approved|regular|official|teleconference|conference call|open|public|for|of|the|on|at|from|held|and|&|week|day|date|zoom|online|virtual|cancell?ed)\b";

    /// <summary>Words that make a name a group's name.</summary>
    public static readonly (GroupKind Kind, string Pattern)[] Groups =
    [
        (GroupKind.Sig, @"\bSIGs?\b|\bsigs?\b|\bSig\b|[Ss]pecial [Ii]nterest [Gg]roup"),
        (
            GroupKind.WorkingGroup,
            @"\bWGs?\b|\bwgs?\b|[Ww]ork(?:ing)? ?[Gg]roup|WORKING GROUP|[Tt]ask [Ff]orce|\bTF\b|[Ii]nterest [Gg]roup|[Uu]ser [Gg]roup|[Cc]ommunity [Gg]roup"
        ),
        (
            GroupKind.Committee,
            @"[Cc]ommittee|COMMITTEE|[Ss]teering [Gg]roup|STEERING GROUP|[Cc]ouncil|COUNCIL|[Bb]oard\b|BOARD|\bTAC\b|\bTAG\b|\bTSC\b|\bTOC\b|\bTC\b|\bSC\b|\bGB\b|\bCPC\b|\bPMC\b"
        ),
        (GroupKind.Team, @"\b[Tt]eam\b|\bTEAM\b|\b[Ss]quad\b"),
        (GroupKind.Project, @"\b[Pp]roject\b|\bPROJECT\b"),
    ];

    /// <summary>Words that tell one meeting of a group from another in its title.</summary>
    public static readonly HashSet<string> Occasions = Set(
        "the a an our annual general agm extraordinary special emergency regular ordinary weekly monthly quarterly daily bi-weekly biweekly yearly kickoff kick-off "
            + "triage planning design status review retrospective virtual online remote in-person face f2f face-to-face irc slack zoom discord teams sprint release "
            + "session sessions office hours strategy coordination discussion agenda draft final approved official next last previous first second third new open public internal "
            + "meeting meetings minutes notes call calls sync summary log conference video phone tele standup stand-up town hall roll informal joint 1st 2nd 3rd "
            + "morning evening afternoon apac emea us eu americas europe asia"
    );

    /// <summary>Words for whoever meets, which name nobody without another one.</summary>
    public static readonly HashSet<string> Circles = Set(
        "community developer developers dev devs core contributor contributors maintainer maintainers user users member members project technical steering working group team all hands organizers editors authors chairs speakers private "
            + "leadership executive management product engineering"
    );

    /// <summary>Words inside a sentence, which no name of a group has.</summary>
    public static readonly HashSet<string> Joints = Set(
        "of for from with on at in to by is was about after before during / | with"
    );

    /// <summary>What a group says, as against the group: "Legal Team Report".</summary>
    public const string Report = @"\breports?\b|\bupdates?$";

    public const string Cancelled = @"\b(?:cancell?ed|no meeting|did not meet|meeting skipped|skipped)\b";

    /// <summary>How a sentence says when this meeting was: "The meeting started at 21:00 (2019-06-10)".</summary>
    public const string MeetingBegins =
        @"^(?:the |this )?meeting (?:starts?|started|began|begins|opens|opened|was (?:held|called to order|opened)|took place|called to order)\b";

    /// <summary>A sentence that announces the next meeting.</summary>
    public const string NextMeeting =
        @"\b(?:next|following) (?:\w+ ){0,2}(?:meeting|call|session)\b.{0,30}\b(?:is|will be|on|at|scheduled)\b|^next (?:meeting|call):";

    /// <summary>"No meeting next week" cancels another one.</summary>
    public const string OtherMeeting =
        @"\b(?:next|last|previous|upcoming|following) (?:week|month|meeting|call|2|two|one)";

    private static HashSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
