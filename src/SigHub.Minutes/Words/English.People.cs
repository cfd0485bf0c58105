namespace SigHub.Minutes.Words;

/// <content>What stands beside names, and what is no name.</content>
internal static partial class English
{
    /// <summary>Titles and seats, as against employers.</summary>
    public const string Role =
        @"\b(?:co-?chair(?:person|s)?|chair(?:person|man|woman|s)?|vice[- ]chair|lead|leads?|secretary|committer|contributor|maintainer|organi[sz]er|facilitator|scribe|note ?-?taker|minute ?-?taker|host|director|manager|liaison|moderator|treasurer|president|member|rep|representative|observer|guest|alternate|proxy|voting|non-voting|seat|staff liaison|pmo|tac|tsc|toc|gb|steering|at[- ]large|delegate|advisor|ambassador|editor|coordinator|architect|engineer|dev|developer|ceo|cto|vp|founder|facilitator|documenter|sponsor|mentor|emeritus|intern|remote|late|regrets|absent|host)\b";

    /// <summary>Words no person bears: what looks like a name and has one of them is a body or a place.</summary>
    public static readonly HashSet<string> NotPeople = Set(
        "foundation council project projects board maintainers directors team committee group groups members community working sig wg tsc tac toc "
            + "invited guests attendees participants everyone meeting minutes agenda note notes university company inc corp corporation ltd llc gmbh "
            + "representatives organization organisation none link links recording zoom slack quorum total present absent regrets yes others other "
            + "please program programs internship action actions item items discussion call today chair chairs people unassigned name names staff observers voting "
            + "moderator scribe facilitator host vacant vacancy date time proposed seconded moved resolution decision decisions motion vote proposal announcement announcements goal goals the a this that was were is are introduction introductions all everyone everybody"
    );

    /// <summary>Words of unfilled templates: a line made of them alone names nobody.</summary>
    public static readonly HashSet<string> Placeholders = Set(
        "name names affiliation company organization organisation org tz timezone zone time handle github email mail role first last your here add "
            + "please yourself tbd tba n/a na none full surname attendee attendees person participant participants xxx x username user id employer fill in "
            + "your-name put etc optional example insert and or of list to be announced determined nobody nil no one"
    );

    /// <summary>A roll call that names nobody and is complete: "Attendance: all".</summary>
    public static readonly HashSet<string> Everybody = Set("all everyone everybody none nobody");

    /// <summary>Words of a sentence that says who was there.</summary>
    public const string Presence = @"\b(?:present|attendance|attending|attended|absent|excused|joined by)\b";

    public const string Absence =
        @"\b(?:absent|excused|not present|not in attendance|unable to attend|did not attend)\b";

    /// <summary>Sentences that say who was there, and how.</summary>
    public static readonly string[] ToldRollCalls =
    [
        @"^(?:the following|those|also)\b[^:.;]{0,100}?(?<how>\b(?:not present|not in attendance|unable to attend|present|attendance|attending|attended|absent|excused)\b)[^:.;]{0,60}: *(?<who>.+)$",
        @"^(?:also |others? )?(?<how>present|in attendance|attending|absent|excused)(?: (?:at|for|in|on) [^:.;]{1,40}?)? (?:was|were|is|are)(?: also)?:? (?<who>.+)$",
        @"^(?<who>[^:;]{5,300}?) (?:was|were) (?:also )?(?<how>not present|not in attendance|unable to attend|present|in attendance|absent|excused)\b",
    ];

    /// <summary>What somebody does in notes: "Ada <em>said</em> …".</summary>
    public const string Speech =
        "said|says|noted|notes|asked|asks|mentioned|suggested|suggests|shared|presented|presents|gave|gives|explained|proposed|proposes|reported|raised|reviewed|provided|agreed|volunteered|offered|thinks|wants";

    /// <summary>How remarks behind a name begin: "for ten minutes", "joined late".</summary>
    public static readonly HashSet<string> Remarks = Set(
        "for wrote joined left late until till via part first second leaving arrived remote have has had has needs will only on off on-call from by phone online virtual virtually"
    );

    /// <summary>What goes on behind a name: "on leave", "might join later".</summary>
    public static readonly HashSet<string> Comings = Set(
        "on is will might may away out sick travelling traveling joined joining left leaving late until via dialled dialed"
    );

    /// <summary>Bodies that are "for" something: "Institute for Advanced Weaving".</summary>
    public const string Offices =
        "Office|Institute|Institution|Center|Centre|Society|Association|Foundation|Agency|Ministry|Department|Council|Bureau|Laboratory|Academy|School|Fund|Alliance|Network|Authority|Administration|Partnership|Program|Programme|Group|Company";

    /// <summary>Small words before an employer: "the Acme Foundation".</summary>
    public static readonly HashSet<string> Before = Set("the at from of with");

    public static readonly string[] Honorifics = ["dr", "prof", "mr", "mrs", "ms", "professor"];

    public const string Yes =
        @"^(?:yes|y|x|✓|✔|✅|present|attended|here|true|1|p|\[x\]|☑|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):)\W*$";
    public const string No =
        @"^(?:not (?:present|attending|in attendance)|no[- ]?show|no|n|n/a|-|–|absent|✗|✘|❌|:x:|:(?:heavy_multiplication_x|negative_squared_cross_mark):|false|0|a|\[ ?\]|☐)?\W*$";
    public const string Late = @"\b(?:will be|running|joining|arriving|joined|arrived|came)\b.{0,20}\blate\b";
    public const string Excused = @"^(?:(?:regrets?|excused|apolog\w+)\b|[re]\W*$)";
}
