using SigHub.Domain.Meetings;
using static SigHub.Web.Tests.Architecture.Rights.Asker;

namespace SigHub.Web.Tests.Architecture.Rights;

/// <param name="Name">Method and pattern, as the portal maps it: "GET /groups/{slug}".</param>
/// <param name="Case">Of which place, or with what.</param>
/// <param name="May">Who is let in; whoever else is sent away, or reads a page without what it would show.</param>
/// <param name="Path">Where it is opened, within the portal's base.</param>
/// <param name="Shows">A word that only those read who are let in; null: the answer alone says so.</param>
/// <param name="ByToken">Asked with a personal access token instead of a session.</param>
internal sealed record Door(string Name, string Case, Asker May, string Path, string? Shows, bool ByToken)
{
    public HttpMethod Method => new(Name.Split(' ')[0]);

    public override string ToString() => $"{Name} ({Case})";
}

/// <summary>
/// The rule of every route. What has no row here fails a test, and so does a row for what is no longer there. What pages send
/// are acts, whose rules are the use cases'.
/// </summary>
internal static class RouteRights
{
    public static List<Door> All(RightsWorld world) =>
        [
            .. Pages(world),
            .. PagesOfPlaces(world),
            new Door(
                "GET /admin/activity.csv",
                "all",
                Administrator,
                "/admin/activity.csv",
                "at,who,what",
                ByToken: false
            ),
            new Door("GET /health/live", "", Everybody, "/health/live", Shows: null, ByToken: false),
            new Door("GET /health/ready", "", Everybody, "/health/ready", Shows: null, ByToken: false),
            new Door("GET /api/me", "oneself", SignedIn, "/api/me", "personId", ByToken: true),
            new Door("GET /api/me", "with a session", Nobody, "/api/me", Shows: null, ByToken: false),
            new Door(
                "GET /api/imports/{batch:guid}",
                "of nobody",
                SignedIn,
                $"/api/imports/{Guid.NewGuid()}",
                "documents",
                ByToken: true
            ),
            new Door("POST /api/imports", "nothing", AnyKeeper, "/api/imports?name=new.md", "batch", ByToken: true),
            new Door(
                "POST /api/imports/{batch:guid}/accept",
                "of nobody",
                SignedIn,
                $"/api/imports/{Guid.NewGuid()}/accept",
                "documents",
                ByToken: true
            ),
        ];

    private static IEnumerable<Door> Pages(RightsWorld world) =>
        [
            Page("/", Everybody),
            Page("/admin/activity", Administrator, shows: "activity.csv"),
            Page("/admin/settings", Administrator, shows: "Posted.Registration"),
            Page("/admin/users", Administrator, shows: world.Bystander.Mail),
            Page(
                "/admin/users/{id:guid}",
                Administrator,
                $"/admin/users/{world.Bystander.Account:N}",
                world.Bystander.Mail
            ),
            Page("/confirm", Everybody),
            Page("/error", Nobody),
            Page("/forgot", Everybody),
            Page("/groups/new", AnyLeader, shows: "id=\"name\""),
            // Where something can be dropped; that nobody is signed in any more is said by the drop.
            Page("/import", Everybody & ~Visitor),
            Page("/import/{Id:guid}", Administrator, $"/import/{world.Arrival:N}", "robins.md"),
            Page("/invitation", Everybody, $"/invitation?code={RightsWorld.InvitationSecret}"),
            Page("/invitations", AnyLeader, shows: "Posted.Email"),
            Page("/me/account", SignedIn, shows: "guild.example"),
            Page("/me/sessions", SignedIn, shows: "A browser"),
            Page("/me/sign-in", SignedIn, shows: "Passkeys"),
            Page("/me/sign-in/codes", SignedIn, shows: "data:image/svg"),
            Page("/me/tokens", SignedIn, shows: "nightly copy"),
            Page("/not-found", Nobody),
            Page("/refused/{Status:int}", Nobody, "/refused/403"),
            Page("/register", Everybody),
            Page("/reset", Everybody),
            Page("/roles", AnyLeader, shows: "Give the role"),
            Page("/setup", Everybody),
            Page("/sign-in", Everybody),
            Page("/sign-in/code", Everybody),
        ];

    private static IEnumerable<Door> PagesOfPlaces(RightsWorld world) =>
        [
            .. Of(world, "/actions", _ => "/actions"),
            .. Of(world, "/actions/{Reference}", place => $"/actions/A-{place.Action}"),
            .. Of(world, "/decisions", _ => "/decisions"),
            .. Of(world, "/decisions/{Reference}", place => $"/decisions/D-{place.Decision}"),
            .. Of(world, "/documents/{Id}", place => $"/documents/{place.DocumentId:N}"),
            .. Of(
                world,
                "/groups",
                _ => "/groups",
                place => place.IsGroup ? $"groups/{place.Slug}\"" : "groups/open-hall\"",
                place => place.IsGroup ? place.Readers : Everybody
            ),
            .. Of(world, "/groups/{slug}", place => $"/groups/{place.Slug}"),
            .. Of(world, "/groups/{slug}/meetings", place => $"/groups/{place.Slug}/meetings"),
            .. Of(world, "/groups/{slug}/people", place => $"/groups/{place.Slug}/people"),
            .. Of(world, "/groups/{Slug}/roadmap", place => $"/groups/{place.Slug}/roadmap"),
            .. Of(
                world,
                "/groups/{slug}/settings",
                place => $"/groups/{place.Slug}/settings",
                _ => ">Settings</h1>",
                _ => Keepers
            ),
            .. Of(
                world,
                "/groups/{Slug}/meetings/{Address}",
                place => $"/groups/{place.Slug}/meetings/{place.Meeting}"
            ),
            .. OfMeetings(world),
            .. Of(world, "/imports", _ => "/imports", may: _ => Keepers),
            .. Of(world, "/imports/{Id:guid}", place => $"/imports/{place.ImportId:N}", may: _ => Keepers),
            .. Of(world, "/people", _ => "/people"),
            .. Of(world, "/people/{id:guid}", place => $"/people/{place.GuestId:N}"),
            .. Of(
                world,
                "/people/{id:guid}/export",
                place => $"/people/{place.GuestId:N}/export",
                may: _ => Administrator
            ),
            .. Of(world, "/roadmap", _ => "/roadmap"),
            .. Of(world, "/roadmap/{Reference}", place => $"/roadmap/M-{place.Milestone}"),
            .. Of(world, "/search", place => $"/search?q={place.Cue}"),
            .. Of(world, "/search/suggestions", place => $"/search/suggestions?q={place.Cue}"),
        ];

    private static IEnumerable<Door> OfMeetings(RightsWorld world) =>
        [
            .. OfFew(world, "/groups/{slug}/backlog", place => $"/groups/{place.Slug}/backlog", may: _ => TakePart),
            .. OfFew(
                world,
                "/groups/{slug}/meetings/new",
                place => $"/groups/{place.Slug}/meetings/new",
                _ => "id=\"day\"",
                _ => Keepers
            ),
            .. OfMeeting(world, "agenda", place => place.Call, may: _ => TakePart),
            .. OfMeeting(
                world,
                "completions",
                place => place.Draft,
                may: place => place.Readers & SignedIn,
                with: place => $"?kind=actions&typed=A-{place.Action}"
            ),
            .. OfMeeting(world, "correct", place => place.Final, may: _ => Keepers),
            .. OfMeeting(world, "export", place => place.Final),
            .. OfMeeting(
                world,
                "export",
                place => place.Draft,
                _ => RightsWorld.DraftWord,
                place => place.DraftReaders
            ),
            .. OfMeeting(world, "finish", place => place.Draft, _ => "class=\"finish\"", _ => Keepers),
            .. OfMeeting(world, "history", place => place.Final),
            .. OfMeeting(world, "history", place => place.Draft, _ => "class=\"diff\"", place => place.DraftReaders),
            // Only a WebSocket is let in, and only from a page of ours.
            .. OfMeeting(world, "live", place => place.Draft, may: _ => Nobody),
            .. OfMeeting(world, "minutes.html", place => place.Final),
            .. OfMeeting(
                world,
                "minutes.html",
                place => place.Draft,
                _ => RightsWorld.DraftWord,
                place => place.DraftReaders
            ),
            .. OfMeeting(world, "minutes.md", place => place.Final),
            .. OfMeeting(
                world,
                "minutes.md",
                place => place.Draft,
                _ => RightsWorld.DraftWord,
                place => place.DraftReaders
            ),
            .. OfMeeting(world, "records", place => place.Draft, may: _ => Keepers),
            .. OfMeeting(world, "write", place => place.Draft, _ => RightsWorld.DraftWord, _ => Keepers),
            .. OfFew(world, "/groups/{slug}/series", place => $"/groups/{place.Slug}/series"),
            .. OfFew(
                world,
                "/groups/{slug}/series/new",
                place => $"/groups/{place.Slug}/series/new",
                _ => "id=\"agenda\"",
                _ => Keepers
            ),
            .. OfFew(
                world,
                "/groups/{slug}/settings/minutes",
                place => $"/groups/{place.Slug}/settings/minutes",
                _ => "id=\"notice\"",
                _ => Keepers
            ),
        ];

    private static Door Page(string route, Asker may, string? path = null, string? shows = null) =>
        new($"GET {route}", "", may, path ?? route, shows, ByToken: false);

    private static IEnumerable<Door> Of(
        RightsWorld world,
        string route,
        Func<Place, string> path,
        Func<Place, string>? shows = null,
        Func<Place, Asker>? may = null
    ) => world.Places.Select(place => Of(place, route, path, shows, may));

    /// <summary>Where the use cases behind it are asked about every place.</summary>
    private static IEnumerable<Door> OfFew(
        RightsWorld world,
        string route,
        Func<Place, string> path,
        Func<Place, string>? shows = null,
        Func<Place, Asker>? may = null
    ) => world.Few.Select(place => Of(place, route, path, shows, may));

    private static IEnumerable<Door> OfMeeting(
        RightsWorld world,
        string route,
        Func<Place, Meeting> meeting,
        Func<Place, string>? shows = null,
        Func<Place, Asker>? may = null,
        Func<Place, string>? with = null
    ) =>
        OfFew(
            world,
            (route is "write" ? "/groups/{Slug}/meetings/{Address}/" : "/groups/{slug}/meetings/{address}/") + route,
            place => $"/groups/{place.Slug}/meetings/{meeting(place).Address}/{route}{with?.Invoke(place)}",
            shows,
            may
        );

    private static Door Of(
        Place place,
        string route,
        Func<Place, string> path,
        Func<Place, string>? shows,
        Func<Place, Asker>? may
    ) =>
        new(
            $"GET {route}",
            place.Name,
            may?.Invoke(place) ?? place.Readers,
            path(place),
            shows?.Invoke(place) ?? place.Mark,
            ByToken: false
        );
}
