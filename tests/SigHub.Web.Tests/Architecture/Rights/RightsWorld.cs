using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SigHub.Domain;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Domain.Portals;
using SigHub.Domain.Roadmaps;
using SigHub.Web.Features.Imports;
using SigHub.Web.Persistence;
using SigHub.Web.Persistence.Searching;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Architecture.Rights;

/// <summary>
/// Somewhere to be seen or not: a group, or stricter things inside a public group, with one of everything. Every word there is
/// to read holds <see cref="Mark"/> and, for whoever searches, <see cref="Cue"/>; no address does.
/// </summary>
internal sealed record Place(
    string Name,
    Visibility Secrecy,
    Guid GroupId,
    Slug Slug,
    bool IsGroup,
    string Mark,
    string Cue,
    DateOnly Day,
    Guid ActionId,
    int Action,
    Guid DecisionId,
    int Decision,
    Guid MilestoneId,
    int Milestone,
    Guid DocumentId,
    Guid ImportId,
    Guid GuestId,
    string Guest,
    MeetingSeries Series,
    Meeting Call,
    Meeting Draft,
    Meeting Final,
    Topic Topic
)
{
    public Asker Readers =>
        Secrecy switch
        {
            Visibility.Public => Asker.Everybody,
            Visibility.Members => Asker.SeeMembers,
            Visibility.Closed => Asker.SeeClosed,
            _ => throw new InvalidOperationException("No such visibility."),
        };

    /// <summary>Who reads what somebody still writes.</summary>
    public Asker DraftReaders => Readers & Asker.SeeMembers;

    public string Meeting => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day on which the series meets that is still to come.</summary>
    public Occurrence Coming => Series.Occurrences(Day.AddDays(25), Day.AddDays(40))[0];
}

/// <summary>
/// A guild of groups in which every asker holds the same role in each group that acts are about, and one of everything to act
/// on.
/// </summary>
internal sealed class RightsWorld
{
    public const string Password = Visit.Password;
    public const string DraftWord = "half-written";
    public const string InvitationSecret = "an-invitation-to-the-open-hall";
    public const string Minutes = """
        # Open hall

        Date: 2026-03-05

        Present: Bo Stander

        ## Action items
        - Bo Stander to paint the door
        """;

    private static readonly string[] s_names =
    [
        "amaryllis quarz",
        "bergamotte rosenholz",
        "clematis schiefer",
        "dattelpalme travertin",
        "edelweiss ultramarin",
    ];

    private readonly Dictionary<Asker, Known> _known = [];
    private readonly List<Place> _places = [];
    private readonly DateTime _now;
    private readonly Actor _robin;
    private SigHubDb _db = null!;
    private Group _guild = null!;
    private Group _other = null!;
    private Group _open = null!;
    private Dictionary<Guid, int> _versions = [];

    private RightsWorld(Guid robin, DateTime now) => (_robin, _now) = (Actor.Administrator(robin), now);

    /// <summary>Words that stand in hidden places only.</summary>
    public static IEnumerable<string> HiddenWords => s_names.Skip(1).SelectMany(words => words.Split(' '));

    public IReadOnlyList<Place> Places => _places;

    /// <summary>The public group; most acts are about it.</summary>
    public Place Open => _places[0];

    /// <summary>The closed group.</summary>
    public Place Closed => _places[2];

    /// <summary>The open group, the closed one, and what is closed in the open one, for what is the same everywhere else.</summary>
    public IEnumerable<Place> Few => _places.Where((_, number) => number is 0 or 2 or 4);

    public Guid Guild => _guild.Id;

    public Guid Other => _other.Id;

    /// <summary>A member of the open group with an account, whom askers act on.</summary>
    public Known Bystander { get; private set; } = null!;

    public Guid BystandersRole { get; private set; }

    public Guid TitledRole { get; private set; }

    /// <summary>Came to the open group's meeting too.</summary>
    public Guid SecondGuest { get; private set; }

    public Guid Invitation { get; private set; }

    public Guid Claim { get; private set; }

    public Guid Merge { get; private set; }

    /// <summary>Brought by the administrator, and read.</summary>
    public Guid Arrival { get; private set; }

    /// <summary>Brought into the open group by the administrator, and moved in.</summary>
    public Guid RealImport { get; private set; }

    public Guid UnconfirmedAccount { get; private set; }

    public Known this[Asker asker] => _known[asker];

    /// <param name="hub">With the cast in it, and at rest, so that only acts change something.</param>
    public static async Task<RightsWorld> In(Hub hub)
    {
        var world = await WithoutSecrets(hub);
        await world.Hide(hub);
        return world;
    }

    /// <summary>With what everybody may see, until <see cref="Hide"/> adds the rest.</summary>
    public static async Task<RightsWorld> WithoutSecrets(Hub hub)
    {
        var robin = await hub.Look(db => db.People.SingleAsync(person => person.DisplayName == "Robin Vale"));
        var world = new RightsWorld(robin.Id, hub.Clock.UtcNow());
        await world.In(hub, world.Make);
        await world.MoveOneIn(hub);
        return world;
    }

    /// <summary>A group for members, a closed one, and things for members and closed ones inside the open group.</summary>
    public Task Hide(Hub hub) =>
        In(
            hub,
            async () =>
            {
                var members = NewGroup(Named(1, "chamber"), "chamber", Visibility.Members, _guild);
                var closed = NewGroup(Named(2, "vault"), "vault", Visibility.Closed, _guild);
                foreach (var asker in _known.Keys)
                {
                    GiveRole(asker, members);
                    GiveRole(asker, closed);
                }

                Furnish(members, Visibility.Public, 1);
                Furnish(closed, Visibility.Public, 2);
                Furnish(_open, Visibility.Members, 3);
                Furnish(_open, Visibility.Closed, 4);
                _db.FormerAddresses.Add(FormerAddress.Of(new Slug("old-vault"), Named(2, "cellar"), closed.Id, _now));
                await _db.SaveChangesAsync();
            }
        );

    private Task<bool> In(Hub hub, Func<Task> make) =>
        hub.Look(async db =>
        {
            _db = db;
            await make();
            await db.BringSearchUpToDate();
            _versions = (
                await db
                    .Actions.Select(one => new { one.Id, one.Version })
                    .Concat(db.Decisions.Select(one => new { one.Id, one.Version }))
                    .Concat(db.Groups.Select(one => new { one.Id, one.Version }))
                    .Concat(db.Meetings.Select(one => new { one.Id, one.Version }))
                    .Concat(db.Milestones.Select(one => new { one.Id, one.Version }))
                    .Concat(db.People.Select(one => new { one.Id, one.Version }))
                    .Concat(db.Series.Select(one => new { one.Id, one.Version }))
                    .ToListAsync()
            ).ToDictionary(one => one.Id, one => one.Version);
            return true;
        });

    public Seen Seen(Place place) => new(place.ActionId, _versions[place.ActionId]);

    public Seen SeenDecision(Place place) => new(place.DecisionId, _versions[place.DecisionId]);

    public Seen SeenMilestone(Place place) => new(place.MilestoneId, _versions[place.MilestoneId]);

    public Seen Seen(Meeting meeting) => new(meeting.Id, _versions[meeting.Id]);

    public Seen Seen(MeetingSeries series) => new(series.Id, _versions[series.Id]);

    public Seen SeenGroup(Guid group) => new(group, _versions[group]);

    public Seen SeenPerson(Guid person) => new(person, _versions[person]);

    private async Task Make()
    {
        (await _db.Portals.ToListAsync()).ForEach(portal => _db.Remove(portal));
        await _db.SaveChangesAsync();
        var portal = await _db.GetPortal();
        portal.Change(_robin, portal.Name, Registration.Open, portal.Contact, _now);

        _guild = NewGroup("Guild", "guild", Visibility.Public, parent: null);
        _other = NewGroup("Other hall", "other", Visibility.Public, _guild);
        var open = _open = NewGroup("Open hall", "open-hall", Visibility.Public, _guild);
        foreach (var asker in Askers.All.Where(asker => asker is not Asker.Visitor))
        {
            Introduce(asker);
            GiveRole(asker, open);
        }

        Bystander = NewPerson("Bo Stander", "bystander");
        BystandersRole = Appoint(Bystander.Person, open, Role.Member);
        UnconfirmedAccount = NewPerson("Una Firm", "unconfirmed").Account;
        _db.Users.Local.Single(one => one.Id == UnconfirmedAccount).EmailConfirmed = false;
        TitledRole = _db.Memberships.Local.First(m => m.GroupId == open.Id && !m.IsConfirmed).Id;

        Furnish(open, Visibility.Public, 0);
        await Extras(open);
        await _db.SaveChangesAsync();
    }

    private void Introduce(Asker asker)
    {
        var known =
            asker is Asker.Administrator
                ? NewPerson("Admin Trator", "ask-administrator")
                : NewPerson($"Ask {asker}", $"ask-{asker}");
        _known[asker] = known;
        var account = _db.Users.Local.Single(one => one.Id == known.Account);
        account.IsAdministrator = asker is Asker.Administrator or Asker.Disabled;
        account.DisabledAt = asker is Asker.Disabled ? _now : null;
        _ = asker switch
        {
            Asker.OtherMember => Appoint(known.Person, _other, Role.Member),
            Asker.OtherSecretary => Appoint(known.Person, _other, Role.Secretary),
            Asker.OtherChair => Appoint(known.Person, _other, Role.Chair),
            Asker.OtherLead => Appoint(known.Person, _other, Role.Lead),
            Asker.LeadAbove => Appoint(known.Person, _guild, Role.Lead),
            Asker.MemberAbove => Appoint(known.Person, _guild, Role.Member),
            _ => Guid.Empty,
        };
    }

    private void GiveRole(Asker asker, Group hall)
    {
        var person = _known[asker].Person;
        _ = asker switch
        {
            Asker.Observer => Appoint(person, hall, Role.Observer),
            Asker.Member => Appoint(person, hall, Role.Member),
            Asker.Secretary => Appoint(person, hall, Role.Secretary),
            Asker.Chair or Asker.Disabled => Appoint(person, hall, Role.Chair),
            Asker.CoChair => Appoint(person, hall, Role.CoChair),
            Asker.Lead => Appoint(person, hall, Role.Lead),
            Asker.Former => Appoint(person, hall, Role.Chair, new Term(Today.AddDays(-99), Today)),
            Asker.Titled => Title(person, hall),
            _ => Guid.Empty,
        };
    }

    private void Furnish(Group group, Visibility secrecy, int number)
    {
        var (mark, cue) = (s_names[number].Split(' ')[0], s_names[number].Split(' ')[1]);
        var words = s_names[number];
        var day = Today.AddDays(-10 - number);
        var guest = new Person($"Gil {Capital(mark)}", _now);
        guest.LearnAlias($"{Capital(cue)} {mark}", _now);
        _db.People.Add(guest);
        var who = new Mention(guest.DisplayName, guest.Id);

        var meeting = Meeting.FromDocument(
            _robin,
            group.Id,
            day,
            1,
            Named(number, "meeting"),
            Time,
            $"About {words}.",
            _now
        );
        meeting.Mark(_robin, who, Presence.Present, $"{words} works", _now);
        meeting.AddToAgenda(_robin, Named(number, "topic"), _now);
        meeting.AddLink(_robin, LinkKind.Document, Named(number, "link"), $"https://docs.example/{mark}", _now);
        _db.Meetings.Add(meeting);
        var action = ActionItem.Raise(
            _robin,
            900 + number,
            group.Id,
            meeting.Id,
            day,
            Named(number, "action"),
            [who],
            _now
        );
        action.AddNote(_robin, Named(number, "note"), _now);
        action.MakeDue(_robin, Today.AddDays(3), _now);
        _db.Actions.Add(action);
        var decision = Decision.Record(
            _robin,
            900 + number,
            group.Id,
            meeting.Id,
            day,
            Named(number, "decision"),
            _now
        );
        decision.Carry(_robin, who, seconder: null, words, _now);
        _db.Decisions.Add(decision);
        var milestone = Milestone.Plan(
            _robin,
            900 + number,
            group.Id,
            Named(number, "milestone"),
            Period.Month(2026, 5),
            who,
            _now
        );
        milestone.Move(_robin, Period.Month(2026, 6), words, _now);
        _db.Milestones.Add(milestone);
        var series = MeetingSeries.Create(_robin, group.Id, Named(number, "series"), _now);
        var rule = new[] { "MO", "TU", "WE", "TH", "FR" }[number];
        series.AddSlot(
            _robin,
            RecurrenceRule.Parse($"FREQ=WEEKLY;BYDAY={rule}"),
            Today.AddDays(-60),
            new MeetingTime(new TimeOnly(3 + number, 7), "Europe/Berlin", 60),
            _now
        );
        _db.Series.Add(series);
        var (call, draft, final) = (Call(group, number), Draft(group, number, who), Final(group, number));
        var topic = Topic.Propose(
            _robin,
            group.Id,
            forMeetingId: null,
            new AgendaPlan(Named(number, "proposal")),
            _now
        );
        _db.Topics.Add(topic);

        var source = Encoding.UTF8.GetBytes($"# {words}\n\nAbout {words}.\n");
        var document = ImportedDocument.Receive(_robin, $"{mark}.md", source, DocumentKind.Minutes, group.Id, _now);
        _db.Documents.Add(document);
        var arrival = Domain.Imports.Arrival.Bring(_robin, Ids.New(_now), document.FileName, source, _now);
        arrival.MoveIn(document, records: 5, _now);
        _db.Arrivals.Add(arrival);
        foreach (
            var (kind, id) in new[]
            {
                (SubjectKind.Meeting, meeting.Id),
                (SubjectKind.Action, action.Id),
                (SubjectKind.Series, series.Id),
            }
        )
            _db.Traces.Add(new Trace(kind, id, new Provenance(document.Id, 1, 3), _now));

        if (secrecy is not Visibility.Public)
        {
            foreach (var each in new[] { meeting, call, draft, final })
                each.ShowTo(_robin, secrecy, _now);
            action.ShowTo(_robin, secrecy, _now);
            decision.ShowTo(_robin, secrecy, _now);
            milestone.ShowTo(_robin, secrecy, _now);
            series.ShowTo(_robin, secrecy, _now);
            document.ShowTo(_robin, secrecy, _now);
        }

        _db.Record(action.Reword(_robin, Named(number, "promise"), _now));
        var stricter = secrecy > group.Visibility ? secrecy : group.Visibility;
        _places.Add(
            new Place(
                $"{group.Slug}, {stricter}",
                stricter,
                group.Id,
                group.Slug,
                IsGroup: secrecy is Visibility.Public,
                mark,
                cue,
                day,
                action.Id,
                action.Number,
                decision.Id,
                decision.Number,
                milestone.Id,
                milestone.Number,
                document.Id,
                arrival.Id,
                guest.Id,
                guest.DisplayName,
                series,
                call,
                draft,
                final,
                topic
            )
        );
    }

    /// <summary>Still to come.</summary>
    private Meeting Call(Group group, int number)
    {
        var call = Scheduled(group, Today.AddDays(30 + number), 1, Named(number, "call"));
        call.AddToAgenda(_robin, Named(number, "point"), _now);
        return call;
    }

    /// <summary>Today's, of which somebody takes minutes; one may go back to what they were first.</summary>
    private Meeting Draft(Group group, int number, Mention present)
    {
        var draft = Scheduled(group, Today, number + 1, title: null);
        draft.BeginMinutes(_robin, _now);
        draft.Write(_robin, Written(group, draft, "Begun."), _now);
        _db.Revisions.Add(MinutesRevision.Of(draft, _robin, latest: null, reason: null, _now));
        var text = Written(group, draft, $"About {s_names[number]}, {DraftWord}.\n\nPresent: {present.Name}");
        draft.Write(_robin, text, _now);
        return draft;
    }

    private Meeting Final(Group group, int number)
    {
        var final = Scheduled(group, Today.AddDays(-20 - number), 1, Named(number, "session"));
        final.BeginMinutes(_robin, _now);
        final.Write(_robin, Written(group, final, $"About {s_names[number]}."), _now);
        final.Finalize(_robin, _now, quietDays: 7);
        _db.Revisions.Add(MinutesRevision.Of(final, _robin, latest: null, reason: null, _now));
        return final;
    }

    private Meeting Scheduled(Group group, DateOnly day, int slot, string? title)
    {
        var meeting = Meeting.Schedule(_robin, group.Id, day, slot, title, time: null, _now);
        _db.Meetings.Add(meeting);
        return meeting;
    }

    private static string Written(Group group, Meeting meeting, string words) =>
        $"# {group.Name}\n\nDate: {meeting.Address[..10]}\n\n{words}\n";

    private async Task Extras(Group open)
    {
        var second = new Person("Sunniva Gast", _now);
        var gone = new Person("Sunna Gast", _now);
        _db.People.AddRange(second, gone);
        SecondGuest = second.Id;
        _db.Meetings.Local.First(m => m.GroupId == open.Id && m.Visibility is Visibility.Public)
            .Mark(_robin, new Mention(second.DisplayName, second.Id), Presence.Present, affiliation: null, _now);
        await _db.SaveChangesAsync();

        var invitation = Domain.People.Invitation.Create(
            _robin,
            Secret.Hash(InvitationSecret),
            email: null,
            open.Id,
            Role.Observer,
            person: null,
            [],
            _now
        );
        _db.Invitations.Add(invitation);
        Invitation = invitation.Id;

        var guest = await _db.People.SingleAsync(person => person.Id == Open.GuestId);
        var (claim, _) = PersonClaim.Of(new Actor(Bystander.Person, isAdministrator: false, []), guest, _now);
        _db.Claims.Add(claim);
        Claim = claim.Id;
        var (merge, _) = PersonMerge.Of(_robin, gone, second, ([open.Id], [open.Id]), [], _now);
        _db.Merges.Add(merge);
        Merge = merge.Id;

        Arrival = Brought(_robin, "robins.md");
        foreach (var known in _known.Values)
        {
            known.Arrival = Brought(new Actor(known.Person, isAdministrator: false, []), "mine.md");
            _db.Sessions.Add(
                new Session
                {
                    Id = known.Session,
                    AccountId = known.Account,
                    Device = "A browser",
                    CreatedAt = _now,
                    LastSeenAt = _now,
                }
            );
            var token = new AccessToken
            {
                Id = Ids.New(_now),
                AccountId = known.Account,
                Name = "nightly copy",
                SecretHash = Secret.Hash(known.Token),
                Scope = TokenScope.Import,
                CreatedAt = _now,
                ExpiresAt = _now.AddDays(30),
                LastUsedAt = _now,
            };
            known.TokenId = token.Id;
            _db.AccessTokens.Add(token);
        }
    }

    private Guid Brought(Actor by, string name)
    {
        var arrival = Domain.Imports.Arrival.Bring(by, Ids.New(_now), name, Encoding.UTF8.GetBytes(Minutes), _now);
        arrival.WasRead(groupId: null, records: 2, toLookAt: 1, problem: null);
        arrival.Choose(by, new Choices { Into = Open.GroupId }.Write());
        _db.Arrivals.Add(arrival);
        return arrival.Id;
    }

    private async Task MoveOneIn(Hub hub)
    {
        var text = Minutes.Replace("2026-03-05", "2026-02-05", StringComparison.Ordinal);
        // What happens in the instant of an import is told as a part of it.
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.As<AcceptDocument, AcceptDocument.MovedIn>(
            Cast.Robin,
            accept =>
                accept.Run(new Upload("real.md", Encoding.UTF8.GetBytes(text), new Choices { Into = Open.GroupId }))
        );
        RealImport = await hub.Look(db =>
            db.Arrivals.Where(one => one.FileName == "real.md").Select(one => one.Id).SingleAsync()
        );
        await In(hub, () => Task.CompletedTask);
    }

    private Known NewPerson(string name, string word)
    {
        var person = new Person(name, _now);
        var mail = $"{word}@guild.example".ToLowerInvariant();
        var account = new Account
        {
            Id = Ids.New(_now),
            UserName = mail,
            NormalizedUserName = mail.ToUpperInvariant(),
            Email = mail,
            NormalizedEmail = mail.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Secret.New(),
            PasswordHash = s_hash.Value,
        };
        _db.Users.Add(account);
        _db.People.Add(person);
        person.BelongTo(_robin, account.Id, [], _now);
        return new Known(name, person.Id, account.Id, Ids.New(_now), mail, BearerToken.Prefix + word);
    }

    /// <summary>Slow on purpose, so once; it does not depend on whose it is.</summary>
    private static readonly Lazy<string> s_hash = new(() =>
        new PasswordHasher<Account>(
            Options.Create(new PasswordHasherOptions { IterationCount = Hub.QuickHash })
        ).HashPassword(new Account(), Password)
    );

    private Group NewGroup(string name, string slug, Visibility visibility, Group? parent)
    {
        var group = Group.Create(_robin, new Slug(slug), name, GroupKind.Sig, parent?.Id, visibility, _now);
        _db.Groups.Add(group);
        return group;
    }

    private Guid Appoint(Guid person, Group group, Role role, Term? term = null)
    {
        var membership = Membership.Appoint(
            _robin,
            person,
            group.Id,
            role,
            affiliation: null,
            term ?? Term.Since(Today.AddDays(-99)),
            _now
        );
        _db.Memberships.Add(membership);
        return membership.Id;
    }

    private Guid Title(Guid person, Group group)
    {
        var membership = Membership.FromDocument(
            person,
            group.Id,
            Role.Chair,
            "Chair",
            affiliation: null,
            Term.Always,
            _now
        );
        _db.Memberships.Add(membership);
        return membership.Id;
    }

    private DateOnly Today => DateOnly.FromDateTime(_now);

    private static MeetingTime Time => new(new TimeOnly(17, 0), "Europe/Berlin", 60);

    private static string Named(int number, string what) => $"{Capital(s_names[number])} {what}";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}

/// <summary>Somebody with an account, a session and a token.</summary>
internal sealed record Known(string Name, Guid Person, Guid Account, Guid Session, string Mail, string Token)
{
    /// <summary>What they brought, and what waits for their review.</summary>
    public Guid Arrival { get; set; }

    public Guid TokenId { get; set; }
}
