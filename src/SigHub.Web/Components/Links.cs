using System.Globalization;

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
    public const string Setup = "setup";
    public const string Search = "search";
    public const string Suggestions = "search/suggestions";

    public static string Group(string slug) => $"groups/{slug}";

    public static string GroupMeetings(string slug) => $"groups/{slug}/meetings";

    public static string GroupActions(string slug) => $"actions?group={slug}";

    public static string GroupDecisions(string slug) => $"decisions?group={slug}";

    public static string GroupRoadmap(string slug) => $"groups/{slug}/roadmap";

    public static string GroupPeople(string slug) => $"groups/{slug}/people";

    public static string GroupSettings(string slug) => $"groups/{slug}/settings";

    /// <param name="address">The meeting's own word, "2026-03-12" or "2026-03-12-2".</param>
    public static string Meeting(string slug, string address) => $"groups/{slug}/meetings/{address}";

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

    public static string SignIn(string to) => $"sign-in?to={Uri.EscapeDataString(to)}";
}
