using SigHub.Minutes.Sections;

namespace SigHub.Minutes.Words;

/// <summary>The words of English minutes. Everything the grammar knows about the language stands here, as data.</summary>
internal static class English
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

    /// <summary>
    /// What sections are called; the first phrase found in a heading decides. A phrase with <c>=</c> must be the whole
    /// heading; the others may stand among two or three more words.
    /// </summary>
    public static readonly (SectionKind Kind, string[] Names)[] Sections =
    [
        (SectionKind.Template, ["template", "yyyy mm dd", "yyyymmdd", "copy this"]),
        (SectionKind.Contents, ["table of contents", "=contents", "=toc"]),
        (SectionKind.Summary, ["action items by person", "actions by person"]),
        (
            SectionKind.NextMeeting,
            ["next meeting", "upcoming meetings", "upcoming meeting", "next call", "future meetings"]
        ),
        (
            SectionKind.CarriedActions,
            [
                "action item review",
                "action items review",
                "review action items",
                "review of action items",
                "action items from",
                "actions from",
                "previous action items",
                "previous actions",
                "prior action items",
                "past action items",
                "carried over",
                "old action items",
                "outstanding actions",
                "outstanding action items",
                "review of actions",
                "review actions",
                "last months action items",
                "last weeks action items",
                "last meetings action items",
            ]
        ),
        (
            SectionKind.Actions,
            [
                "action items",
                "action item",
                "actions",
                "action points",
                "action",
                "next steps",
                "next step",
                "=ai",
                "=ais",
                "=ars",
                "todo",
                "todos",
                "to do",
                "to dos",
                "to-do",
                "tasks",
                "task list",
                "assignments",
            ]
        ),
        (
            SectionKind.OldBusiness,
            ["old business", "previous business", "unfinished business", "past meetings", "previous meetings"]
        ),
        (SectionKind.FollowUps, ["follow ups", "follow up", "followups", "followup", "follow-ups", "follow-up"]),
        (SectionKind.Regrets, ["regrets", "regrest", "apologies", "=excused", "sent regrets"]),
        (
            SectionKind.Absent,
            ["absent", "not in attendance", "not present", "absentees", "not attending", "unable to attend", "missing"]
        ),
        (
            SectionKind.RollCall,
            [
                "attendees",
                "attendance",
                "attended by",
                "attended",
                "attending",
                "in attendance",
                "present",
                "participants",
                "participating",
                "roll call",
                "rollcall",
                "people present",
                "who is here",
                "who was here",
                "sign in",
                "=guests",
                "=observers",
                "=invited guests",
                "=others",
            ]
        ),
        (
            SectionKind.Decisions,
            [
                "decisions",
                "decisions made",
                "decision items",
                "decision log",
                "=decision",
                "resolutions",
                "=agreed",
                "agreements",
                "votes",
            ]
        ),
        (SectionKind.Roadmap, ["roadmap", "milestones", "timeline", "=schedule", "road map"]),
        (
            SectionKind.Officers,
            ["=chair", "=scribe", "=scribes", "=note taker", "=minute taker", "=facilitator", "=moderator", "=host"]
        ),
        (
            SectionKind.Members,
            [
                "members",
                "membership",
                "=team",
                "=people",
                "organizers",
                "organisers",
                "chairs",
                "co chairs",
                "=leadership",
                "=leads",
                "technical leads",
                "maintainers",
                "=contributors",
                "=officers",
                "board members",
            ]
        ),
        (SectionKind.Goals, ["goals", "goal", "objectives", "=aims"]),
        (
            SectionKind.Purpose,
            [
                "purpose",
                "overview",
                "mission",
                "mission statement",
                "about",
                "charter",
                "scope",
                "introduction",
                "=summary",
                "description",
                "vision",
            ]
        ),
        (
            SectionKind.Groups,
            [
                "workstreams",
                "work streams",
                "subprojects",
                "sub projects",
                "subgroups",
                "=teams",
                "working groups",
                "=subteams",
            ]
        ),
        (SectionKind.Agenda, ["agenda", "agenda items", "=topics", "proposed agenda"]),
        (
            SectionKind.Links,
            ["=links", "resources", "recording", "recordings", "meeting link", "references", "attachments", "documents"]
        ),
        (
            SectionKind.Communication,
            [
                "communication",
                "communications",
                "contact",
                "mailing list",
                "slack channel",
                "slack",
                "=chat",
                "=community",
                "contact us",
            ]
        ),
        (
            SectionKind.Meetings,
            [
                "=meetings",
                "=meeting",
                "meeting schedule",
                "meeting times",
                "meeting time",
                "regular meetings",
                "=when",
                "meeting information",
                "meeting info",
                "meeting details",
                "=calls",
            ]
        ),
        (
            SectionKind.Discussion,
            [
                "notes",
                "discussion",
                "discussions",
                "minutes",
                "meeting notes",
                "meeting minutes",
                "new business",
                "open floor",
                "announcements",
                "updates",
                "=summary of discussion",
                "brain dump",
                "q a",
                "=aob",
                "any other business",
            ]
        ),
    ];

    /// <summary>Who is called so stands behind the label: "Foundation Staff: …".</summary>
    public static readonly HashSet<string> PeopleLabels = Set(
        "staff observers guests visitors invitees joining joined"
    );

    /// <summary>Words that make a heading a topic of the day.</summary>
    public static readonly HashSet<string> Topical = Set(
        "update updates approval election elections proposal proposals discussion planning policy process application applications"
    );

    /// <summary>What an agenda says of the call itself.</summary>
    public const string Logistics =
        @"^(?:hosts?|dates?|times?|where|when|location|venue|contacts?|registration|wifi|dinner|dial[- ]?in|call[- ]?in|zoom(?: link)?|meeting (?:link|id)|passcode|recording|video|scribe|note[- ]?taker|facilitator|moderator):";

    /// <summary>Marks that make a line an action wherever it stands: <c>ACTION: …</c>, <c>[AI] …</c>, <c>#action …</c>.</summary>
    public const string ActionMark =
        @"^(?:(?:[Ll]ast|[Pp]revious) (?:week|meeting|time|month)(?:['’]?s)?[:,]? )?(?:"
        + @"\[(?:AI|ACTION|Action|TODO|ACTION ITEM|Action Item|action)(?:: ?(?<who>[^\[\]]{1,60}))?\](?: ?[:\-–—])?|#action(?: item)?:?|"
        + @"(?:AI|ACTION|AR|TODO):? (?<who>@[\w.-]+(?:(?:,| and| &|/) ?@[\w.-]+)*):? |"
        + @"(?:AI|ACTION|AR) (?<who>[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?(?:/[A-Z][a-z'’-]+)*)(?: ?:| -)|"
        + @"(?:AI|ACTION|AR) (?<who>[A-Z][a-z'’-]+(?:/[A-Z][a-z'’-]+)+) |"
        + @"(?:ACTION ITEMS?|Action [Ii]tems?|ACTIONS?|Actions?|AIs?|A\.I\.|ARs?|TODO|To-?[Dd]o|NEXT STEPS?|[Nn]ext steps?)(?: ?#?[A-Z]?\d+(?:[.-]\d+)*)?(?:, \w+| ?\((?<who>[^()]{1,60})\))? ?(?::|->|=>|- |–|—)"
        + @") ?";

    /// <summary>What stands in brackets before the parts of a task.</summary>
    public const string ActionField =
        @"\[(?:(?<owner>assignees?|assigned to|owners?|who)|(?<status>status|state)|due(?: date)?|deadline)\]:? *";

    /// <summary>A line that gives the state of the task above it.</summary>
    public const string StateLine = @"^\[?(?:status|state): *";

    public const string DecisionMark =
        @"^(?:\[(?:DECISION|Decision|AGREED|RESOLVED)\]:?|#(?:agreed|accepted|decision)|"
        + @"(?:DECISIONS?|Decisions?|RESOLVED|Resolved|RESOLUTION|Resolution|AGREED|Agreed|AGREEMENT|Agreement|CONSENSUS|Consensus|VOTE|Vote|MOTION|Motion)(?: ?#?[A-Z]?\d+(?:[.:-]\d+)*)? ?(?::|-|–|—)) ?";

    /// <summary>Sentences that report what was settled.</summary>
    public static readonly string[] Settled =
    [
        @"\b(?:we|group|team|everyone|everybody|all|members|attendees|committee|council|tac|tsc|toc|sc|cpc|pmc|wg|sig|participants|directors) (?:all |have |has |then |also |unanimously )*(?:agreed|decided|resolved|voted)\b",
        @"^(?:it was|was) (?:unanimously )?(?:agreed|decided|resolved)\b",
        @"\b(?:it was) (?:unanimously )?(?:agreed|decided|resolved)\b",
        @"^(?:agreed|decided|resolved),? (?:to|that|on|upon|by)\b",
        @"^unanimous agreement\b|\bunanimously (?:agreed|approved|decided)\b|^we (?:all )?agree (?:that|to|on)\b",
        @"\b(?:discussed|discussion) .{0,80}\band (?:agreed|decided)\b|\b(?:discussed|discussion) and agreed\b",
        @"\bthere (?:was|is) (?:a |general |broad |rough )*(?:consensus|agreement) (?:on|to|that|for)\b",
        @"\b(?:consensus|agreement) (?:was|is) (?:reached|to|that)\b",
        @"\b(?:minutes|proposals?|motions?|requests?|resolutions?|charters?|applications?|budgets?|projects?|reports?)\b.{0,80}\b(?:was|were|is|are|been|hereby)? ?(?:unanimously )?(?:approved|accepted|adopted|ratified|carried|passes|passed)(?: unanimously| by .{0,60}| with .{0,60}| as .{0,60})?\.?$",
        @"\bmotion (?:carries|carried|passes|passed|fails|failed)\b",
        @"\bvote (?:passes|passed|fails|failed)\b",
    ];

    /// <summary>Words between an owner and the task: "Ada <em>to</em> write …", "Ada <em>will</em> …".</summary>
    public const string Promise =
        @"(?:to|will|shall|should|must|can|needs? to|has to|have to|is to|are to|is going to|are going to|is working on|are working on|agreed to|volunteered to|offered to|took an? (?:action|ai) to|takes an? (?:action|ai) to|(?:has|have) an? (?:action|ai) to|is taking|plans? to|(?:is|are) (?:requested|asked|encouraged|expected) to|(?:took|takes) (?:an? |the )?action(?: item)? to)";

    /// <summary>Verbs that open a task and are followed by "to", so that they are no owner: "Reply to …".</summary>
    public static readonly HashSet<string> NotOwners = Set(
        "need needs want try plan talk send move add reply speak respond write continue report refer switch migrate upgrade submit propose "
            + "attempt arrange offer volunteer choose promise expect intend seek strive proceed encourage bring give show assign delegate forward escalate "
            + "hand deliver distribute circulate port adapt adjust map redirect revert transfer transition upload export merge backport rename extend expand "
            + "introduce explain announce communicate pass provide deploy ship react object attach append compare contribute ready able unable happy likely "
            + "time way step steps option options access change changes support feedback input response answer approach solution "
            + "moving going trying looking planning starting continuing "
            + "agree listen subscribe connect link go look get point convert update publish present donate push prepare remember ask invite "
            + "close start begin return apply decide aim commit related according due how what when where why who which this that these those "
            + "it there here note notes also next then if in on at for from with after before once everything nothing something someone anyone "
            + "we i you they he she our us please still work working waiting wait hope having someone somebody not never only just first second "
            + "followup discussion question proposal proposed issue issues status link links topic blog docs documentation website wiki pr prs update updates "
            + "review reviewed approve approval reach follow create make draft set check find investigate finalize finalise build document test "
            + "release schedule share discuss define collect gather organize organise setup open help fix revisit consider examine finish complete "
            + "deadline goal goals meeting meetings recording minutes agenda action actions item items done pending todo tbd none n/a progress "
            + "yes no ok okay same maybe owner owners assignee pre-work prework homework idea ideas reminder question questions roadmap budget website infrastructure infra security testing release releases outreach marketing events event survey community membership legal finance logistics group working documentation design build ci packaging hackfest announcement announcements welcome introduction introductions overview background summary"
    );

    /// <summary>Owners that are nobody by name: "Chairs", "All attendees", "CPC voting members".</summary>
    public static readonly HashSet<string> Collectives = Set(
        "all everyone everybody chairs chair co-chairs members member staff team attendees committee maintainers leads organizers organisers "
            + "participants group board tsc tac toc secretary editors authors representatives reps volunteers community participants cochairs"
    );

    public static readonly HashSet<string> Nobody = Set(
        "we i you they it someone anyone somebody anybody nobody who this that there which he she our us"
    );

    /// <summary>States at the end (or the front) of a task; the first that fits decides.</summary>
    public static readonly (ActionStatus Status, string Pattern)[] States =
    [
        (
            ActionStatus.Open,
            @"(?:not (?:yet )?(?:done|started|finished|complete|completed)|nothing done|not done|no progress|no update|pending|outstanding|still open|still pending|to be done|incomplete)\b"
        ),
        (ActionStatus.Open, @"(?:open|todo|tbd|new|carry over|carried over|carried forward)(?:[.,;:!)\]]|$)"),
        (
            ActionStatus.InProgress,
            @"(?:on ?-?going|in[ -]progress|in work|wip|work in progress|partially done|partly done|almost done|nearly done|under way|underway|being worked on|continuing|in review|under review)\b"
        ),
        (ActionStatus.InProgress, @"(?:started|working on it)(?:[.,;:!)\]]|$)"),
        (ActionStatus.OnHold, @"(?:on ?-?hold|blocked|paused|postponed|deferred|parked|stalled)\b"),
        (
            ActionStatus.Cancelled,
            @"(?:cancell?ed|dropped|won['’]?t do|wont ?fix|abandoned|obsolete|no longer (?:needed|relevant|required)|withdrawn|superseded)\b"
        ),
        (
            ActionStatus.Done,
            @"(?:done|completed?|closed|finished|resolved|fixed|merged|published|delivered|sent)(?:[.,;:!)\]]|$| (?:and|by|on|in|via|at|this|last|but|with|today|yesterday|except)\b)"
        ),
        (ActionStatus.Done, @"(?:done|completed)\b"),
    ];

    /// <summary>Titles and seats, as against employers.</summary>
    public const string Role =
        @"\b(?:co-?chair(?:person|s)?|chair(?:person|man|woman|s)?|vice[- ]chair|lead|leads?|secretary|committer|contributor|maintainer|organi[sz]er|facilitator|scribe|note ?-?taker|minute ?-?taker|host|director|manager|liaison|moderator|treasurer|president|member|rep|representative|observer|guest|alternate|proxy|voting|non-voting|seat|staff liaison|pmo|tac|tsc|toc|gb|steering|at[- ]large|delegate|advisor|ambassador|editor|coordinator|architect|engineer|ceo|cto|vp|founder|facilitator|documenter|sponsor|mentor|emeritus|intern|remote|late|regrets|absent|host)\b";

    /// <summary>Words no person bears: what looks like a name and has one of them is a body or a place.</summary>
    public static readonly HashSet<string> NotPeople = Set(
        "foundation council project projects board maintainers directors team committee group groups members community working sig wg tsc tac toc "
            + "invited guests attendees participants everyone meeting minutes agenda notes university company inc corp corporation ltd llc gmbh "
            + "representatives organization organisation none link links recording zoom slack quorum total present absent regrets yes others other "
            + "please program programs internship action actions item items discussion call today chair chairs people unassigned name names staff observers voting "
            + "moderator scribe facilitator host date time the a this that was were is are introduction introductions"
    );

    /// <summary>Words of unfilled templates: a line made of them alone names nobody.</summary>
    public static readonly HashSet<string> Placeholders = Set(
        "name names affiliation company organization organisation org tz timezone zone time handle github email mail role first last your here add "
            + "please yourself tbd tba n/a na none full surname attendee attendees person participant participants xxx x username user id employer fill in "
            + "your-name put etc optional example insert and or of list to be announced determined nobody nil no one"
    );

    public static readonly string[] Honorifics = ["dr", "prof", "mr", "mrs", "ms", "professor"];

    /// <summary>Not an action: "None", "None for this meeting, however …", "N/A".</summary>
    public const string Nothing =
        @"^\(?(?:none|n/?a|nothing|nil|no (?:new )?(?:action items?|actions?|ais?|items)|no open (?:action items|actions)|tbd|tba|todo|\.\.\.|…|-+|empty)\)?(?:[.,;:!)]| -| –| —| for| this| at| yet| to report| so far|$)";

    /// <summary>What a title says beyond the group's name.</summary>
    public const string MeetingWords =
        @"\b(?:(?:bi-?|semi-?|tri-?)?(?:weekly|monthly|annual|quarterly)|meetings?|minutes|mins|notes?|agendas?|calls?|sync(?:-?up)?|current|archive|summary|recap|summaries|log|draft|approved|regular|official|teleconference|conference call|open|public|for|of|the|on|at|from|held|and|&|week|day|date|zoom|online|virtual|cancell?ed)\b";

    /// <summary>Words that make a name a group's name.</summary>
    public static readonly (GroupKind Kind, string Pattern)[] Groups =
    [
        (GroupKind.Sig, @"\bSIGs?\b|\bsigs?\b|\bSig\b|[Ss]pecial [Ii]nterest [Gg]roup"),
        (
            GroupKind.WorkingGroup,
            @"\bWGs?\b|\bwgs?\b|[Ww]orking [Gg]roup|WORKING GROUP|[Tt]ask [Ff]orce|\bTF\b|[Ii]nterest [Gg]roup|[Uu]ser [Gg]roup|[Cc]ommunity [Gg]roup"
        ),
        (
            GroupKind.Committee,
            @"[Cc]ommittee|COMMITTEE|[Cc]ouncil|COUNCIL|[Bb]oard\b|BOARD|\bTAC\b|\bTAG\b|\bTSC\b|\bTOC\b|\bSC\b|\bGB\b|\bCPC\b|\bPMC\b"
        ),
        (GroupKind.Team, @"\b[Tt]eam\b|\bTEAM\b|\b[Ss]quad\b"),
        (GroupKind.Project, @"\b[Pp]roject\b|\bPROJECT\b"),
    ];

    /// <summary>What a table's columns are called.</summary>
    public static readonly (Column Column, string[] Names)[] Columns =
    [
        (Column.Date, ["date", "meeting date", "when", "day"]),
        (Column.Minutes, ["minutes", "notes", "meeting notes", "meeting minutes", "agenda", "summary", "discussion"]),
        (
            Column.Name,
            [
                "name",
                "names",
                "attendee",
                "participant",
                "member",
                "person",
                "full name",
                "who",
                "representative",
                "voting member",
                "director",
                "directors",
                "attendees",
                "participants",
                "members",
            ]
        ),
        (
            Column.Affiliation,
            [
                "affiliation",
                "company",
                "organization",
                "organisation",
                "org",
                "employer",
                "member company",
                "institution",
            ]
        ),
        (Column.Role, ["role", "title", "position", "responsibility"]),
        (Column.Email, ["email", "e mail", "mail", "email address"]),
        (Column.Handle, ["github", "github id", "handle", "lf id", "id", "github handle", "slack", "irc", "nick"]),
        (
            Column.Presence,
            ["present", "attended", "attendance", "attending", "here", "status in meeting", "in attendance"]
        ),
        (
            Column.Period,
            [
                "time",
                "period",
                "quarter",
                "timeframe",
                "when",
                "target",
                "target date",
                "date",
                "timeline",
                "month",
                "eta",
                "release",
            ]
        ),
        (
            Column.Task,
            [
                "task",
                "tasks",
                "action",
                "action item",
                "action items",
                "item",
                "milestone",
                "milestones",
                "description",
                "what",
                "deliverable",
                "deliverables",
                "goal",
                "feature",
            ]
        ),
        (Column.Owner, ["owner", "owners", "assignee", "assigned to", "responsible", "who", "lead", "assigned"]),
        (Column.Status, ["status", "state", "progress"]),
        (Column.Due, ["due", "due date", "deadline", "by when", "target date", "eta"]),
    ];

    /// <summary>What the first column of minutes kept as a table is called.</summary>
    public static readonly HashSet<string> Topics =
    [
        "topic",
        "topics",
        "item",
        "agenda item",
        "agenda",
        "subject",
        "discussion point",
        "discussion points",
        "discussion topic",
        "no",
        "",
    ];

    public const string Yes = @"^(?:yes|y|x|✓|✔|✅|present|attended|here|true|1|p|\[x\]|☑)\W*$";
    public const string No = @"^(?:no|n|n/a|-|–|absent|✗|✘|❌|false|0|a|\[ ?\]|☐)?\W*$";
    public const string Excused = @"^(?:regrets?|excused|apolog\w+|r|e)\b";

    public const string Cancelled = @"\b(?:cancell?ed|no meeting|did not meet|meeting skipped|skipped)\b";

    /// <summary>"No meeting next week" cancels another one.</summary>
    public const string OtherMeeting =
        @"\b(?:next|last|previous|upcoming|following) (?:week|month|meeting|call|2|two|one)";

    private static HashSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
