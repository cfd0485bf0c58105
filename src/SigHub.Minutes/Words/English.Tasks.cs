namespace SigHub.Minutes.Words;

/// <content>What marks a task or a decision, names its owner and says its state.</content>
internal static partial class English
{
    /// <summary>How a task stands, before its mark: <c>[NEW] ACTION: …</c>.</summary>
    public const string Standing = @"\[(?:NEW|PENDING|CONTINUED|DONE|DROPPED|OPEN|CLOSED)\] ";

    /// <summary>Marks that make a line an action wherever it stands: <c>ACTION: …</c>, <c>[AI] …</c>, <c>#action …</c>.</summary>
    public const string ActionMark =
        @$"^(?:{Standing})?"
        + @"(?:(?:[Ll]ast|[Pp]revious) (?:week|meeting|time|month)(?:['’]?s)?[:,]? )?(?:"
        + @"\[(?:AI|ACTION|Action|TODO|ACTION ITEM|Action Item|action)(?:: ?(?<who>[^\[\]]{1,60}))?\](?: ?[:\-–—])?|#action(?: item)?:?|"
        + @"(?:AI|ACTION|AR|TODO):? (?<who>@[\w.-]+(?:(?:,| and| &|/) ?@[\w.-]+)*):? |"
        + @"(?:AI|ACTION|AR) (?<who>[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?(?:/[A-Z][a-z'’-]+)*)(?: ?:| -)|"
        + @"(?:AI|ACTION|AR) (?<who>[A-Z][a-z'’-]+(?:/[A-Z][a-z'’-]+)+) |"
        + @"(?:ACTION ITEMS?|Action [Ii]tems?|ACTIONS?|Actions?|AIs?|A\.I\.|ARs?|TODO|To-?[Dd]o|NEXT STEPS?|[Nn]ext steps?)(?: ?#?[A-Z]?\d+(?:[.-]\d+)*)?(?:, \w+| ?\((?<who>[^()]{1,60})\)| \[(?<who>[^\[\]]{1,60})\])? ?(?::|->|=>|- |–|—)"
        + @") ?";

    /// <summary>A mark that ends a line and says whose task it is: "[ACTION: Ada]", "(AI: @ada)".</summary>
    public const string LastActionMark =
        @"^[\[(](?:AI|AR|ACTION|Action|TODO)(?: [Ii]tem)?(?: for| on)?:? (?<who>[^\[\]()]{2,40})[\])]$";

    /// <summary>A mark in capitals without a sign behind it, and what it heads rather than marks: "ACTION Items".</summary>
    public const string BareActionMark = "^ACTION ";
    public const string BareActionHeading = @"^ACTION (?:items?|points?|review|lists?|register|summary)\b";

    /// <summary>What stands in brackets before the parts of a task.</summary>
    public const string ActionField =
        @"\[(?:(?<owner>assignees?|assigned to|owners?|who)|(?<status>status|state)|(?<due>due(?: date)?|deadline)|(?<remark>remark))(?:\]:?|:) *";

    /// <summary>What stands in brackets before the parts of a decision.</summary>
    public const string DecisionField =
        @"\[(?:(?<mover>moved by|mover)|(?<seconder>seconded by|seconder)|(?<result>result))\]:? *";

    /// <summary>A line that names the owners of the task above it.</summary>
    public const string OwnerLine =
        @"^\[?(?:owners?|assignees?|assigned to|responsible|dri|lead|point person): *(?<who>[^\]]{2,80})\]?$";

    /// <summary>A line that gives the day by which the task above it is due.</summary>
    public const string DueLine = @"^\[?(?:due(?: date| by)?|deadline|by when|eta): *";

    /// <summary>What the tracker of a chat says of the task it noted: "Created ACTION-7 - … [on Ada Byron - due 2024-05-01]."</summary>
    public const string Tracked = @"\bcreated action-\d+\b.*\[(?:on|to) (?<who>[^\]]+?)(?: -|,) due (?<due>[^\]]+)\]";

    /// <summary>A line that gives the state of the task above it.</summary>
    public const string StateLine = @"^\[?(?:status|state): *";

    /// <summary>Words between an owner and the task: "Ada <em>to</em> write …", "Ada <em>will</em> …".</summary>
    public const string Promise =
        @"(?:to|will|shall|should|must|can|needs? to|has to|have to|is to|are to|is going to|are going to|is working on|are working on|agreed to|volunteered to|offered to|took an? (?:action|ai) to|takes an? (?:action|ai) to|(?:has|have) an? (?:action|ai) to|is taking|said (?:he|she|they) (?:would|will|can|could)|plans? to|(?:is|are|was|were) (?:requested|asked|encouraged|expected|directed|instructed|tasked|assigned) to|(?:took|takes) (?:an? |the )?action(?: item)? to)";

    /// <summary>Those of them that bind whoever is named, known or not.</summary>
    public static readonly HashSet<string> Binding =
    [
        "to",
        "will",
        "shall",
        "agreed to",
        "volunteered to",
        "offered to",
        "is going to",
        "are going to",
        "said he would",
        "said she would",
        "said they would",
        "said he will",
        "said she will",
        "said they will",
    ];

    /// <summary>Verbs that open a task and are followed by "to", so that they are no owner: "Reply to …".</summary>
    public static readonly HashSet<string> NotOwners = Set(
        "need needs want try plan talk send move add reply speak respond write continue report refer switch migrate upgrade submit propose "
            + "requested submitted scheduled planned assigned approved rejected accepted declined merged tabled noted discussed confirmed updated moved waiting "
            + "attempt arrange offer volunteer choose promise expect intend seek strive proceed encourage bring give show assign delegate forward escalate "
            + "hand deliver distribute circulate port adapt adjust map redirect revert transfer transition upload export merge backport rename extend expand "
            + "introduce explain announce communicate pass provide deploy ship react object attach append compare contribute ready able unable happy likely "
            + "good great nice better best bad fine important worth easy hard difficult possible impossible time way step steps option options access change changes support feedback input response answer approach solution "
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
            + "participants foundation group workstream workgroup subgroup board tsc tac toc secretary editors authors representatives reps volunteers community participants cochairs"
    );

    /// <summary>Those that are a body whatever stands before: "Events workstream".</summary>
    public static readonly HashSet<string> Bodies = Set("workstream workgroup subgroup");

    /// <summary>Who is asked: "<em>Everybody</em> please look at it".</summary>
    public const string Asked = @"^(?<who>everybody|everyone|all(?: \w+)?),? please (?<what>.+)$";

    public static readonly HashSet<string> Nobody = Set(
        "we i you they it someone anyone somebody anybody nobody who this that there which he she our us"
    );

    /// <summary>What a sentence about a state begins with: "<em>Status:</em> done", "<em>This is still</em> in progress".</summary>
    public const string BeforeState =
        @"status:? *|(?:(?:this|it|that|which) )?(?:is|was|has been) (?:now |still |already )?|it['’]s (?:now |still |already )?|now |still ";

    /// <summary>States at the end (or the front) of a task; the first that fits decides.</summary>
    public static readonly (ActionStatus Status, string Pattern)[] States =
    [
        (
            ActionStatus.Open,
            @"(?:not (?:yet )?(?:done|started|finished|complete|completed)|nothing done|not done|no progress|no update|pending|outstanding|still open|still pending|to be done|incomplete)\b"
        ),
        (ActionStatus.Open, @"(?:open|todo|tbd|new|continued|carry over|carried over|carried forward)(?:[.,;:!)\]]|$)"),
        (
            ActionStatus.InProgress,
            @"(?:on ?-?going|in[ -](?:progress|porgress|progess)|in[ -]process|in work|wip|work in progress|partially done|partly done|almost done|nearly done|under way|underway|being worked on|continuing|in review|under review)\b"
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

    /// <summary>Words right before the day by which something is due.</summary>
    public const string DueAhead = @"by|due(?: date)?(?: on| by)?|before|until|no later than|deadline(?: is)?|eta";

    /// <summary>Letters that each sentence about something settled has.</summary>
    public const string SettledHint =
        "agree|decid|resol|elected|appointed|vote|consensus|approv|accept|adopt|carrie|passe|ratif|reject|authori|objection|unanim|in favo";

    /// <summary>How the vote on the line before went.</summary>
    public const string Outcome =
        @"^\(?(?:(?:the )?(?:motion|vote|resolution)s?[: ]*)?(?:(?:[\w'’]+ )?second(?:ed|s)(?:,| and) )?(?:is |was )?(?:unanimous consent|consensus[.,:]|confirmed[.!]?$|carried|passs?ed|passes|carries|failed|fails|approved(?:[^\p{L}]*$|[^\p{L}]+(?:by|with|unanimous|without|as|on|in|with|\d)|[.,:;(-])|defeated|unanimous(?:ly)?|nem\.? con|(?:yes|ayes?|for|in favou?r)[: ]+\d+|[+]?\d+[ ,:/-])";

    /// <summary>What was put to the vote, in a line that its outcome stands below.</summary>
    public const string Proposed = @"^(?:text|motion|proposal|proposed resolution|question|resolution text): +";

    /// <summary>How the vote on the resolution above went, in sentences.</summary>
    public const string VoteAbove =
        @"^(?:the )?(?:resolution|motion)(?: \w{1,4})? was (?:proposed|moved|seconded|put)\b.*\b(?:approved|adopted|carried|passed|rejected|defeated)\b";

    /// <summary>Who voted how, a line each: "For: Ada, Grace", "Against: none".</summary>
    public const string Tally =
        @"^(?:(?:votes? )?(?:for|against|in favou?r|opposed|abstain(?:ed|ing)?|abstentions?)|ayes?|nays?|noes|result|outcome): \S";

    /// <summary>Among tasks, a sentence about the meeting to come.</summary>
    public const string MeetingToCome =
        @"(?:^|[,.] )(?:the |our )?next (?:\w+ )?(?:meeting|call|session) (?:is|will|takes|shall)\b";

    /// <summary>Not an action: "None", "None for this meeting, however …", "N/A".</summary>
    public const string Nothing =
        @"^\(?(?:none|n/?a|not applicable|no motions? (?:is |was )?(?:required|needed|necessary)|nothing|nil|no new (?:action items?|actions?|ais?|items)|no (?:ais?|items)|no (?:open )?(?:action items?|actions?)|(?:as )?(?:noted|see|listed) (?:in the \w+(?: \w+)?|above|below)|no (?:other|further|more) \w+(?: items?)?|(?:item|plan|action|task|example|topic) ?\d{1,2}$|(?:open )?action items? (?:list|tracker|board|log)$|tbd|tba|todo|\d+ ?(?:m|mins?|minutes|h|hours?)|\.\.\.|…|-+|empty)\)?(?:[.,;:!)]| -| –| —| for| this| at| yet| to report| so far| today| (?:was |were )?(?:discussed|identified|raised|recorded|taken|assigned|noted|reported|captured)\b|$)";

    public const string DecisionMark =
        @"^(?:\[(?:DECISION|Decision|AGREED|RESOLVED)\]:?|#(?:agreed|accepted|decision)|"
        + @"(?:(?:NOW,? )?(?:THEREFORE,? )?BE IT )?(?:RESOLVED|Resolved),? that |(?:DECISIONS?|Decisions?|RESOLVED|Resolved|RESOLUTION|Resolution|AGREED|Agreed|AGREEMENT|Agreement|CONSENSUS|Consensus|VOTE|Vote|MOTION|(?:Counter-)?Motion)(?: ?#?[A-Z]?\d+(?:[.:-]\d+)*| ?\([^()]{1,40}\))? ?(?::|-|–|—)) ?";

    /// <summary>A question put to the vote.</summary>
    public const string PollMark = @"^(?:straw )?poll ?(?:#?\d+)?:";

    /// <summary>Sentences that report what was settled.</summary>
    public static readonly string[] Settled =
    [
        @"\b(?:we|group|team|everyone|everybody|all|members|attendees|committee|council|the board|tac|tsc|toc|tc|sc|cpc|pmc|wg|sig|participants|directors) (?:all |have |has |then |also |unanimously )*(?:agreed|decided|resolved|voted)\b",
        @"\b(?:committee|council|the board|tac|tsc|toc|tc|pmc) (?:has |then |also |unanimously )*(?:approved|accepted|adopted|ratified|rejected|authori[sz]ed)\b",
        @"^(?:the )?(?:group|team|committee|council|board|tac|tsc|toc|tc|pmc|wg|sig) (?:unanimously )?agrees (?:to|on|that|with)\b",
        @"^consensus[.,] \w",
        @"^groups? decided\b|\bagreement (?:(?:on|in|at) the \w+ )?was to\b",
        @"^(?:reviewed|discussed) and (?:agreed|approved)\b",
        @"\b\d+ (?:in favou?r|yes)\b.{1,200}\bapproved\b",
        @"^(?:it was|was) (?:unanimously )?(?:agreed|decided|resolved)\b",
        @"\b(?:was|were) (?:unanimously )?(?:re-?)?(?:elected|appointed) (?:as|to|for|chair)\b",
        @"\b(?:it was) (?:unanimously )?(?:agreed|decided|resolved)\b",
        @"^(?:agreed|decided|resolved),? (?:to|that|on|upon|by)\b",
        @"^it was the consensus\b|^(?:general |mutual )?agreement (?:that|to|on)\b",
        @"^unanimous agreement\b|\bunanimously (?:agreed|approved|decided)\b|^we (?:all )?agree (?:that|to|on)\b",
        @"\b(?:discussed|discussion) .{0,80}\band (?:agreed|decided)\b|\b(?:discussed|discussion) and agreed\b",
        @"\bthere (?:was|is) (?:a |general |broad |rough )*(?:consensus|agreement) (?:on|to|that|for)\b",
        @"\b(?:consensus|agreement) (?:was|is) (?:reached|made|found|to|that)\b",
        @"^(?:the |a )?(?:(?:broad|clear|current|general|group|overall|rough|strong|vague) )*consensus (?:is|was)\b",
        @"\b(?:minutes|agenda|proposals?|motions?|requests?|resolutions?|charters?|applications?|rfcs?|accounts)\b.{0,80}\b(?:was|were|is|are|been|hereby)? ?(?:unanimously )?(?:approved|accepted|adopted|ratified|carried|passes|passed)(?: unanimously| by .{0,60}| with .{0,60}| as .{0,60}| \(.{0,100}\))?\.?$",
        @"\b(?:budgets?|projects?|reports?)\b.{0,80}\b(?:was|were|is|are|been|hereby) (?:unanimously )?(?:approved|accepted|adopted|ratified)(?: unanimously| by .{0,60}| with .{0,60}| as .{0,60}| to become .{0,60})?\.?$",
        @" (?:-|–|—|:) +(?:unanimously )?(?:approved|accepted|adopted|ratified)(?: for publication| unanimously| \(.{0,20}\))?[.!]?$",
        @"\bmotion (?:carries|carried|passes|passed|fails|failed)\b",
        @"\bvote (?:passes|passed|fails|failed)\b",
        @"^(?:passed|carried|approved|accepted|adopted) (?:unanimously|by consensus|by acclaim\w*)\b",
        @"\bno objections?,? .{0,40}\b(?:accepted|approved|adopted|agreed)\b",
        @"^(?:all|everyone|those) (?:in attendance|present|board members present) (?:unanimously )?agreed\b",
        @"\ball (?:\w+ ){1,3}present agreed\b",
        @"^(?:both|all)(?: \w+)? (?:was |were )?passed\b",
        @"^(?:both|all(?: \w+)?|it|this|the (?:motion|vote|nomination)s?) (?:was |were )?passed (?:by|without|with)\b",
        @"^\((?:no objections?|unanimous(?:ly)?|all (?:agreed|in favou?r))[.!]?\)[.!]?$",
    ];
}
