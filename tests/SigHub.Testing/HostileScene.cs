using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Domain.Roadmaps;
using SigHub.Web.Persistence;

namespace SigHub.Testing;

/// <summary>
/// A portal in which every text that a person or a document brings is one that tries to run script: <see cref="Rows"/> of each
/// noun with each of its parts. The model says which texts there are, so a new one is filled too, or asks to be named below.
/// </summary>
public sealed class HostileScene
{
    /// <summary>As many of each noun as it takes to bring every vector through the shortest text.</summary>
    public const int Rows = 90;

    /// <summary>Vectors that stand in one text, apart from each other, where it may be long.</summary>
    private const int Together = 4;

    /// <summary>Texts that nobody's free words get into, and what they hold instead.</summary>
    private static readonly Dictionary<string, string> s_notFree = new(StringComparer.Ordinal)
    {
        ["Account"] = "addresses and hashes; names are a person's",
        ["ActivityEntry.Verb"] = "the name of a fact",
        ["AgendaItem.Url"] = "a web address, which is checked",
        ["Arrival.Choices"] = "what a review writes and reads",
        ["DataProtectionKey"] = "keys",
        ["Findable"] = "what triggers copy from the nouns",
        ["Group.Zone"] = "a time zone there is",
        ["GroupLink.Url"] = "a web address, which is checked",
        ["IdentityUserClaim`1"] = "written by nobody",
        ["IdentityUserLogin`1"] = "written by nobody",
        ["IdentityUserToken`1"] = "a secret",
        ["ImportChange"] = "what taking back reads, and nobody sees",
        ["ImportedDocument.Sha256"] = "a hash",
        ["Invitation.SecretHash"] = "a hash",
        ["AccessToken.SecretHash"] = "a hash",
        ["FormerAddress.MeetingAddress"] = "a day",
        ["MeetingLink.Url"] = "a web address, which is checked",
        ["MeetingTime.Zone"] = "a time zone there is",
        ["MinutesEdit"] = "steps from one text to the next, which no page shows",
        ["MovedReference"] = "the name of a table",
        ["NumberSeries"] = "names of SigHub's own",
        ["OutgoingMail"] = "mails, which no page shows",
        ["Session.Device"] = "SigHub's own words for a browser",
        ["Topic.Url"] = "a web address, which is checked",
    };

    private readonly SigHubDb _db;
    private readonly DateTime _now;
    private readonly Actor _robin;
    private readonly Guid _account;

    private HostileScene(SigHubDb db, DateTime now, Guid robin, Guid account) =>
        (_db, _now, _robin, _account) = (db, now, new Actor(robin, isAdministrator: true, []), account);

    /// <summary>Adds it to a database that holds the cast, and saves.</summary>
    /// <returns>What the scene lacks to bring every vector through every text; empty as it should be.</returns>
    public static async Task<IReadOnlyList<string>> Load(SigHubDb db, DateTime now)
    {
        var robin = await db.People.SingleAsync(person => person.DisplayName == "Robin Vale");
        var scene = new HostileScene(db, now, robin.Id, robin.AccountId!.Value);
        db.ChangeTracker.Clear();
        var actions = await db.TakeNumbers(NumberSeries.Actions, Rows);
        var decisions = await db.TakeNumbers(NumberSeries.Decisions, Rows);
        var milestones = await db.TakeNumbers(NumberSeries.Milestones, Rows);
        for (var row = 0; row < Rows; row++)
            scene.Add(row, actions + row, decisions + row, milestones + row);
        await db.SaveChangesAsync();

        var lacks = scene.Fill();
        await db.SaveChangesAsync();
        return lacks;
    }

    /// <summary>The address of the group of a row.</summary>
    public static Slug SlugOf(int row) => new($"hostile-{row}");

    private static IEnumerable<string> NotFree => s_notFree.Keys;

    private void Add(int row, int actionNumber, int decisionNumber, int milestoneNumber)
    {
        var group = AddGroup(row);
        var person = AddPerson(group);
        var meeting = AddMeeting(group, person, row);
        var who = new Mention("x", person.Id);

        var action = ActionItem.Raise(
            _robin,
            actionNumber,
            group.Id,
            meeting.Id,
            meeting.Date,
            "x",
            [who, new Mention("y", null)],
            _now
        );
        action.Report(_robin, meeting.Id, ActionStatus.Open, meeting.Date.AddDays(1), "x", _now);
        _db.Actions.Add(action);
        _db.Record(action.AddNote(_robin, "x", _now));
        _db.Record(action.Reword(_robin, "y", _now));

        var decision = Decision.Record(_robin, decisionNumber, group.Id, meeting.Id, meeting.Date, "x", _now);
        decision.Carry(_robin, who, new Mention("y", null), "x", _now);
        _db.Decisions.Add(decision);

        var milestone = Milestone.Plan(
            _robin,
            milestoneNumber,
            group.Id,
            "x",
            Period.Quarter(2026, 1 + (row % 3)),
            who,
            _now
        );
        milestone.Move(_robin, Period.Quarter(2026, 2 + (row % 3)), "x", _now);
        _db.Milestones.Add(milestone);
        AddDocument(group, meeting, row);
        AddWhatIsRobins(row);
    }

    private Group AddGroup(int row)
    {
        var group = Group.Create(_robin, SlugOf(row), "x", GroupKind.Sig, null, Visibility.Public, _now);
        group.Describe(_robin, "x", _now);
        group.AimFor(_robin, ["x"], _now);
        group.KeepMinutes(_robin, new MinutesHabits(MinutesStyle.SigHub, "x", "x", publishesDrafts: false, null), _now);
        group.AddLink(_robin, LinkKind.Website, "x", "https://a.example", _now);
        _db.Groups.Add(group);
        _db.FormerAddresses.Add(FormerAddress.Of(new Slug($"formerly-{row}"), "x", group.Id, _now));
        return group;
    }

    private Person AddPerson(Group group)
    {
        var (person, other) = (new Person("x", _now), new Person("y", _now));
        person.LearnAlias("z", _now);
        person.LearnAffiliation("x", from: null, _now);
        person.LearnHandle("x", "y", _now);
        person.LearnAddress("x@a.example", _now);
        _db.People.AddRange(person, other);
        _db.Merges.Add(PersonMerge.Of(_robin, other, person, ([], []), [], _now).Merge);
        _db.Memberships.Add(Membership.FromDocument(person.Id, group.Id, Role.Member, "x", "x", Term.Always, _now));
        return person;
    }

    private Meeting AddMeeting(Group group, Person person, int row)
    {
        var day = DateOnly.FromDateTime(_now).AddDays(-row - 2);
        var meeting = Meeting.FromDocument(_robin, group.Id, day, 1, "x", null, "x", _now);
        meeting.Mark(_robin, new Mention("x", person.Id), Presence.Present, "x", _now);
        meeting.AddToAgenda(_robin, "x", _now);
        meeting.AddLink(_robin, LinkKind.Recording, "x", "https://a.example", _now);
        var time = new MeetingTime(new TimeOnly(17, 0), "Etc/UTC", 60);
        var cancelled = Meeting.Schedule(_robin, group.Id, day.AddDays(Rows * 2), 1, "x", time, _now);
        cancelled.Cancel(_robin, "x", _now);
        _db.Meetings.AddRange(meeting, cancelled);
        _db.Revisions.Add(MinutesRevision.Of(meeting, _robin, latest: null, "x", _now));

        var (waits, declined) = (Propose("x"), Propose("y"));
        declined.Decline(_robin, "x", _now);
        _db.Topics.AddRange(waits, declined);

        var series = MeetingSeries.Create(_robin, group.Id, "x", _now);
        var first = DateOnly.FromDateTime(_now);
        series.AddSlot(_robin, RecurrenceRule.Parse("FREQ=DAILY"), first, time, _now);
        series.Skip(_robin, series.Slots[0].Id, first.AddDays(7), "x", _now);
        _db.Series.Add(series);
        return meeting;

        Topic Propose(string title) => Topic.Propose(_robin, group.Id, null, new AgendaPlan(title), _now);
    }

    private void AddDocument(Group group, Meeting meeting, int row)
    {
        var content = Encoding.UTF8.GetBytes($"x {row}");
        var document = ImportedDocument.Receive(_robin, "x", content, DocumentKind.Minutes, group.Id, _now);
        _db.Documents.Add(document);
        _db.Traces.Add(
            new Trace(Domain.Activity.SubjectKind.Meeting, meeting.Id, new Provenance(document.Id, 1, 1), _now)
        );
        var isIn = Arrival.Bring(_robin, Guid.NewGuid(), "x", content, _now);
        isIn.MoveIn(document, records: 1, _now);
        var waits = Arrival.Bring(_robin, Guid.NewGuid(), "x", content, _now);
        waits.WasRead(group.Id, records: 1, toLookAt: 1, "x");
        _db.Arrivals.AddRange(isIn, waits);
    }

    private void AddWhatIsRobins(int row)
    {
        // Their names are short.
        foreach (var more in (string[])["a", "b", "c"])
            _db.AccessTokens.Add(
                new AccessToken
                {
                    Id = Guid.NewGuid(),
                    AccountId = _account,
                    Name = "x",
                    SecretHash = $"of token {row}{more}",
                    Scope = TokenScope.Read,
                    CreatedAt = _now,
                    ExpiresAt = _now.AddDays(30),
                }
            );
        _db.Sessions.Add(
            new Session
            {
                Id = Guid.NewGuid(),
                AccountId = _account,
                Device = "x",
                CreatedAt = _now,
                LastSeenAt = _now,
            }
        );
        _db.Set<IdentityUserPasskey<Guid>>()
            .Add(
                new IdentityUserPasskey<Guid>
                {
                    UserId = _account,
                    CredentialId = BitConverter.GetBytes(row),
                    Data = new IdentityPasskeyData
                    {
                        PublicKey = [1],
                        AttestationObject = [1],
                        ClientDataJson = [1],
                        Name = "x",
                        CreatedAt = new DateTimeOffset(_now),
                    },
                }
            );
        _db.Invitations.Add(
            Invitation.Create(_robin, $"of invitation {row}", "x@a.example", null, null, null, [], _now)
        );
    }

    /// <summary>Writes the vectors over the words, past every rule that would refuse some of them.</summary>
    private List<string> Fill()
    {
        var texts = _db
            .ChangeTracker.Entries()
            .SelectMany(entry => entry.Properties.Concat(PartsOf(entry.ComplexProperties)))
            .Where(text => text.Metadata.ClrType == typeof(string) && text.CurrentValue is not null)
            .ToLookup(text => NameOf(text.Metadata), StringComparer.Ordinal);
        var free = Texts(_db.Model).Where(name => !IsNotFree(name)).ToList();

        return
        [
            .. free.Where(name => name is not "Portal.Name" and not "Portal.Contact")
                .Where(name => !TakesAll([.. texts[name]]))
                .Select(name => $"{name} does not meet every vector"),
            .. NotFree
                .Where(name =>
                    !Texts(_db.Model).Any(text => text == name || text.StartsWith(name + ".", StringComparison.Ordinal))
                )
                .Select(name => $"{name} is named, and there is no such text"),
        ];
    }

    /// <summary>Whether every vector that could ever fit came into one of the texts.</summary>
    private static bool TakesAll(IReadOnlyList<PropertyEntry> texts)
    {
        if (texts.Count == 0)
            return false;

        var most = texts[0].Metadata.GetMaxLength() ?? int.MaxValue;
        var vectors = new Queue<string>(ScriptVectors.All.Where(vector => vector.Length <= most));
        var left = vectors.Count;
        if (left == 0)
            return false;

        foreach (var text in texts)
        {
            var together = new StringBuilder(vectors.Peek());
            Next();
            for (var count = 1; count < Together && together.Length + 2 + vectors.Peek().Length <= most; count++)
            {
                together.Append("\n\n").Append(vectors.Peek());
                Next();
            }

            text.CurrentValue = together.Replace("\0", "").ToString();
        }

        return left <= 0;

        void Next()
        {
            vectors.Enqueue(vectors.Dequeue());
            left--;
        }
    }

    /// <summary>"ActionItem.Text"; a part that nouns share has the name of its own type.</summary>
    private static string NameOf(IReadOnlyProperty text) => $"{text.DeclaringType.ClrType.Name}.{text.Name}";

    private static IEnumerable<string> Texts(IModel model) =>
        model.GetEntityTypes().SelectMany(type => Texts(type)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Texts(ITypeBase type) =>
        type.GetProperties()
            .Where(property => property.ClrType == typeof(string))
            .Select(NameOf)
            .Concat(type.GetComplexProperties().SelectMany(part => Texts(part.ComplexType)));

    private static IEnumerable<PropertyEntry> PartsOf(IEnumerable<ComplexPropertyEntry> parts) =>
        parts
            .Where(part => part.CurrentValue is not null)
            .SelectMany(part => part.Properties.Concat(PartsOf(part.ComplexProperties)));

    private static bool IsNotFree(string name) =>
        s_notFree.ContainsKey(name) || s_notFree.ContainsKey(name[..name.IndexOf('.', StringComparison.Ordinal)]);
}
