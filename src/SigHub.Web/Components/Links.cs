using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SigHub.Web.Components;

/// <summary>
/// Every address of SigHub, relative to its base, so that it works under a path base too. Features link to each other
/// through these and know nothing else of each other.
/// </summary>
public static class Links
{
    public const string Home = "";
    public const string Groups = "groups";
    public const string Actions = "actions";
    public const string MyActions = "actions?owner=me";
    public const string Decisions = "decisions";
    public const string Roadmap = "roadmap";
    public const string People = "people";
    public const string Import = "import";
    public const string NewGroup = "groups/new";
    public const string Setup = "setup";
    public const string Search = "search";
    public const string Suggestions = "search/suggestions";
    public const string Imports = "imports";

    public const string MyAccount = "me/account";
    public const string MySignIn = "me/sign-in";
    public const string MySessions = "me/sessions";
    public const string MyTokens = "me/tokens";
    public const string Forgot = "forgot";
    public const string Register = "register";
    public const string Invitations = "invitations";
    public const string Roles = "roles";
    public const string Users = "admin/users";
    public const string PortalSettings = "admin/settings";
    public const string ActivityLog = "admin/activity";

    /// <summary>Inviting a known person.</summary>
    public static string Invite(Guid personId) => $"invitations?person={personId:N}";

    public static string InviteTo(string slug) => $"invitations?group={slug}";

    /// <summary>What whoever was invited opens.</summary>
    public static string Invitation(string secret) => $"invitation?code={secret}";

    /// <param name="code">As Identity made it.</param>
    public static string Confirm(Guid accountId, string code) => $"confirm?account={accountId:N}&code={Code(code)}";

    /// <inheritdoc cref="Confirm"/>
    public static string Reset(Guid accountId, string code) => $"reset?account={accountId:N}&code={Code(code)}";

    /// <summary>What stood in a link as <c>code</c>; empty where it was none.</summary>
    public static string ReadCode(string? code) =>
        Base64Url.IsValid(code) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(code)) : "";

    public static string RolesOf(string slug) => $"roles?group={slug}";

    public static string User(Guid accountId) => $"admin/users/{accountId:N}";

    public static string Group(string slug) => $"groups/{slug}";

    public static string GroupMeetings(string slug) => $"groups/{slug}/meetings";

    public static string GroupActions(string slug) => $"actions?group={slug}";

    public static string GroupDecisions(string slug) => $"decisions?group={slug}";

    public static string GroupRoadmap(string slug) => $"groups/{slug}/roadmap";

    public static string GroupPeople(string slug) => $"groups/{slug}/people";

    public static string GroupSettings(string slug) => $"groups/{slug}/settings";

    public static string GroupSeries(string slug) => $"groups/{slug}/series";

    public static string NewSeries(string slug) => $"groups/{slug}/series/new";

    public static string GroupBacklog(string slug) => $"groups/{slug}/backlog";

    /// <summary>How the group keeps its minutes.</summary>
    public static string GroupHabits(string slug) => $"groups/{slug}/settings/minutes";

    public static string NewMeeting(string slug) => $"groups/{slug}/meetings/new";

    /// <summary>Opening the meeting that a series names.</summary>
    public static string OpenMeeting(string slug, Guid seriesId, Guid slotId, DateOnly day) =>
        $"groups/{slug}/meetings/new?series={seriesId:N}&slot={slotId:N}&day={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    public static string MeetingAgenda(string slug, string address) => $"{Meeting(slug, address)}/agenda";

    /// <summary>Where a draft is written.</summary>
    /// <summary>Where a draft becomes final.</summary>
    public static string MeetingFinish(string slug, string address) => $"{Meeting(slug, address)}/finish";

    public static string MeetingCorrection(string slug, string address) => $"{Meeting(slug, address)}/correct";

    public static string MeetingHistory(string slug, string address) => $"{Meeting(slug, address)}/history";

    public static string MeetingExport(string slug, string address) => $"{Meeting(slug, address)}/export";

    /// <param name="style">A dialect's name; null for the text as it was written.</param>
    public static string MeetingMarkdown(string slug, string address, string? style) =>
        $"{Meeting(slug, address)}/minutes.md" + (style is null ? "" : $"?as={style}");

    public static string MeetingHtml(string slug, string address) => $"{Meeting(slug, address)}/minutes.html";

    /// <param name="address">The meeting's own word, "2026-03-12" or "2026-03-12-2".</param>
    public static string Meeting(string slug, string address) => $"groups/{slug}/meetings/{address}";

    /// <summary>Where its minutes are written.</summary>
    public static string WriteMinutes(string slug, string address) => Meeting(slug, address) + "/write";

    /// <summary>What an open editor is connected to.</summary>
    public static string LiveMinutes(string slug, string address) => Meeting(slug, address) + "/live";

    /// <summary>What its draft says so far, as a piece of a page.</summary>
    public static string DraftRecords(string slug, string address) => Meeting(slug, address) + "/records";

    /// <summary>What somebody who types there may mean.</summary>
    public static string Completions(string slug, string address) => Meeting(slug, address) + "/completions";

    /// <summary>The word of a meeting in addresses: its day, and its slot from the second of that day on.</summary>
    public static string MeetingAddress(DateOnly date, int slot) =>
        date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        + (slot == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{slot}"));

    public static string Action(int number) => string.Create(CultureInfo.InvariantCulture, $"actions/A-{number}");

    public static string Decision(int number) => string.Create(CultureInfo.InvariantCulture, $"decisions/D-{number}");

    public static string Milestone(int number) => string.Create(CultureInfo.InvariantCulture, $"roadmap/M-{number}");

    public static string Person(Guid id) => $"people/{id:N}";

    /// <summary>All that is kept on a person, as a file.</summary>
    public static string PersonExport(Guid id) => $"people/{id:N}/export";

    /// <summary>The source of an imported document, with a line in sight.</summary>
    public static string Document(Guid id, int? line = null) =>
        line is null ? $"documents/{id:N}" : string.Create(CultureInfo.InvariantCulture, $"documents/{id:N}#L{line}");

    /// <param name="typed">As it would be typed.</param>
    public static string SearchFor(string typed) => $"search?q={Uri.EscapeDataString(typed)}";

    /// <summary>A brought document in its review.</summary>
    public static string Review(Guid id) => $"import/{id:N}";

    /// <summary>What moved in with a document.</summary>
    public static string MovedIn(Guid id) => $"imports/{id:N}";

    public static string SignIn(string to) => $"sign-in?to={Uri.EscapeDataString(to)}";

    private static string Code(string code) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(code));
}
