using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.People;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Imports.MovingIn;

/// <content>
/// Who is meant: the people known in the group first, then somebody under the very same full name whom the importer may see.
/// Whoever stands in a roll call or a list of members and is not known becomes a person.
/// </content>
internal sealed partial class MoveIn
{
    private readonly Dictionary<Guid, Person> _people = [];
    private readonly Dictionary<Guid, HashSet<Guid>> _peopleOf = [];
    private readonly Dictionary<Guid, Roster> _rosters = [];
    private HashSet<Guid> _knownElsewhere = [];
    private Roster _everybody = new([]);
    private HashSet<string> _fullNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, NamedPerson> _named = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Guid> _newcomers = new(StringComparer.OrdinalIgnoreCase);

    private async Task LandPeople()
    {
        await LoadPeople();

        // Fuller names first: "Ada Quill" says who "Ada" is, whichever stands higher in the document.
        _fullNames =
        [
            .. NamesOfThePresent()
                .Where(name => name.Name.Contains(' ', StringComparison.Ordinal))
                .Select(name => name.Name),
        ];
        foreach (
            var (group, name) in NamesOfThePresent()
                .OrderByDescending(name => name.Name.Contains(' ', StringComparison.Ordinal))
        )
            Meet(group, name);

        var members = await _db
            .Memberships.Where(membership => GroupIds().Contains(membership.GroupId))
            .Select(membership => new { membership.GroupId, membership.PersonId })
            .ToListAsync(_stop);
        var known = members.Select(member => (member.GroupId, member.PersonId)).ToHashSet();
        foreach (var read in _reading.Members)
        {
            var group = GroupCalled(read.Group);
            if (Meet(group, read.Name) is not { } person)
            {
                Land(
                    read,
                    SubjectKind.Membership,
                    Landing.LeftOut,
                    null,
                    read.Lines,
                    read.Name,
                    hint: "Several people have this name: say who it is.",
                    with: record => record with { Values = ValuesOf(read) }
                );
                continue;
            }

            Learn(person, group, read);
            var title = read.Role;
            var isNew = known.Add((group.Id, person.Id));
            if (!isNew)
            {
                Land(read, SubjectKind.Person, Landing.Known, person.Id, read.Lines, person.DisplayName, title);
                continue;
            }

            var membership = Membership.FromDocument(
                person.Id,
                group.Id,
                Titles.RoleOf(title),
                title,
                read.Affiliation,
                Term.Always,
                _now
            );
            _db.Memberships.Add(membership);
            Land(
                read,
                SubjectKind.Membership,
                Landing.New,
                membership.Id,
                read.Lines,
                person.DisplayName,
                Join(title, read.Affiliation),
                with: record => record with { Values = ValuesOf(read) }
            );
        }
    }

    private async Task LoadPeople()
    {
        var groups = GroupIds();
        var names = NamesOfThePresent().Select(name => name.Name).Distinct().ToList();
        var inGroups = await _db
            .Memberships.Where(m => groups.Contains(m.GroupId))
            .Select(m => new { m.GroupId, m.PersonId })
            .Union(
                _db.Meetings.Where(m => groups.Contains(m.GroupId))
                    .SelectMany(m => m.Attendances, (m, a) => new { m.GroupId, a.PersonId })
                    .Where(a => a.PersonId != null)
                    .Select(a => new { a.GroupId, PersonId = a.PersonId!.Value })
            )
            .ToListAsync(_stop);
        foreach (var known in inGroups)
            PeopleOf(known.GroupId).Add(known.PersonId);

        var ids = inGroups.Select(known => known.PersonId).Concat(_upload.People.Values).Distinct().ToList();
        var seen = _db.People.VisibleTo(_by.AsViewer());
        var people = await _db
            .People.Where(p =>
                ids.Contains(p.Id)
                || (
                    (names.Contains(p.DisplayName) || p.Aliases.Any(a => a.GroupId == null && names.Contains(a.Name)))
                    && seen.Any(one => one.Id == p.Id)
                )
            )
            .Include(p => p.Aliases)
            .Include(p => p.Affiliations)
            .Include(p => p.Addresses)
            .Include(p => p.Handles)
            .AsSplitQuery()
            .ToListAsync(_stop);
        foreach (var person in people.Where(person => !person.IsErased && person.MergedIntoId is null))
            _people[person.Id] = person;
        _everybody = Roster.Of(_people.Values);
        await LoadKnownElsewhere(groups);
    }

    private async Task LoadKnownElsewhere(List<Guid> groups)
    {
        if (_groups.Values.Append(Main).All(group => OnlyIn(group) is null))
            return;

        var ids = _people.Keys.ToList();
        _knownElsewhere =
        [
            .. await _db
                .Memberships.Where(m => ids.Contains(m.PersonId) && !groups.Contains(m.GroupId))
                .Select(m => m.PersonId)
                .Union(
                    _db.Meetings.Where(m => !groups.Contains(m.GroupId))
                        .SelectMany(m => m.Attendances)
                        .Where(a => a.PersonId != null && ids.Contains(a.PersonId.Value))
                        .Select(a => a.PersonId!.Value)
                )
                .ToListAsync(_stop),
        ];
    }

    private List<Guid> GroupIds() => [.. _groups.Values.Append(Main).Select(group => group.Id).Distinct()];

    private IEnumerable<(Group Group, string Name)> NamesOfThePresent() =>
        _reading
            .Members.Select(member => (GroupCalled(member.Group), member.Name))
            .Concat(
                _reading.Meetings.SelectMany(meeting =>
                    meeting.Attendees.Select(a => (GroupCalled(meeting.Group), a.Name))
                )
            );

    /// <summary>The person of that name in a group, made when nobody is known; null when several may be meant.</summary>
    private Person? Meet(Group group, string name)
    {
        if (ChosenPerson(group, name) is { } chosen)
            return chosen;

        if (Person.IsErasedName(name))
            return null;

        var match = RosterOf(group.Id).Find(name);
        if (match.Fit is NameFit.Whole or NameFit.Part && match.PersonId is { } id)
        {
            var known = _people[id];
            if (match.Fit is NameFit.Part && IsFuller(name, known.DisplayName))
            {
                if (_fullNames.Count(full => new Roster([(id, known.DisplayName)]).Find(full).Fit is NameFit.Part) > 1)
                    return Newcomer(group, name);
                if (OnlyIn(group) is { } closed && _knownElsewhere.Contains(id))
                    known.LearnAlias(name, _now, closed);
                else
                    known.LearnFullName(name, _now);
                _rosters.Remove(group.Id);
            }
            else if (match.Fit is NameFit.Part && known.LearnAlias(name, _now, OnlyIn(group)))
            {
                // Had the shorter name come first, it would be known as well.
                _rosters.Remove(group.Id);
            }

            Name(name, NameStanding.Known, known);
            return known;
        }

        if (match.Fit is NameFit.Whole or NameFit.Part && match.IsAmbiguous)
        {
            Name(name, NameStanding.Unclear, person: null, match.Candidates);
            return null;
        }

        if (
            name.Contains(' ', StringComparison.Ordinal)
            && _everybody.Find(name) is { Fit: NameFit.Whole, PersonId: { } elsewhere }
        )
        {
            PeopleOf(group.Id).Add(elsewhere);
            _rosters.Remove(group.Id);
            Name(name, NameStanding.Known, _people[elsewhere]);
            return _people[elsewhere];
        }

        if (match.Fit is NameFit.Slip)
            Name(name, NameStanding.Unclear, person: null, match.Candidates);
        return Newcomer(group, name);
    }

    private Person Newcomer(Group group, string name)
    {
        var person = Introduce(group, name);
        Name(name, NameStanding.New, person);
        return person;
    }

    /// <summary>Whom somebody chose for this name in the review; they are known under it from now on.</summary>
    private Person? ChosenPerson(Group group, string name)
    {
        if (!_upload.People.TryGetValue(name, out var id))
            return null;

        if (id == Choices.SomethingNew && !_newcomers.TryGetValue(name, out id))
            id = _newcomers[name] = Introduce(group, name).Id;
        if (!_people.TryGetValue(id, out var person))
            return null;

        person.LearnAlias(name, _now, OnlyIn(group));
        if (PeopleOf(group.Id).Add(id))
            _rosters.Remove(group.Id);
        Name(name, _newcomers.ContainsValue(id) ? NameStanding.New : NameStanding.Known, person, chosen: true);
        return person;
    }

    /// <summary>What was unclear stays so until somebody chooses, whatever stood in for it.</summary>
    private void Name(
        string name,
        NameStanding standing,
        Person? person,
        IReadOnlyList<Guid>? candidates = null,
        bool chosen = false
    )
    {
        if (
            _named.TryGetValue(name, out var known)
            && !chosen
            && (known.Chosen || known.Standing is not NameStanding.AsWritten)
        )
            return;

        _named[name] = new NamedPerson(
            name,
            standing,
            person?.Id,
            person?.DisplayName,
            [
                .. (candidates ?? [])
                    .Where(_people.ContainsKey)
                    .Select(id => new PersonChoice(id, _people[id].DisplayName)),
            ],
            chosen
        );
    }

    private static Edit ValuesOf(SigHub.Minutes.ReadMember read) =>
        new()
        {
            Text = read.Name,
            Affiliation = read.Affiliation,
            Role = read.Role,
        };

    private Person Introduce(Group group, string name)
    {
        var person = new Person(name, _now);
        _db.People.Add(person);
        _people[person.Id] = person;
        _everybody = Roster.Of(_people.Values);
        PeopleOf(group.Id).Add(person.Id);
        _rosters.Remove(group.Id);
        return person;
    }

    /// <summary>Who an owner, a mover or a seconder is, when exactly one person of the group fits.</summary>
    private Mention Mentioned(Group group, string name, string? fullName = null)
    {
        if (ChosenPerson(group, name) is { } chosen)
            return new Mention(name, chosen.Id);

        var roster = RosterOf(group.Id);
        if (fullName is not null && roster.Find(fullName).PersonId is { } full)
            return new Mention(name, full);

        var match = roster.Find(name);
        Name(
            name,
            match.PersonId is not null ? NameStanding.Known
                : match.IsAmbiguous ? NameStanding.Unclear
                : NameStanding.AsWritten,
            match.PersonId is { } id ? _people[id] : null,
            match.Candidates
        );
        return new Mention(name, match.PersonId);
    }

    /// <summary>Whom somebody stands for is shown with their name everywhere; a group that is not public tells nobody.</summary>
    private void Learn(Person person, Group group, SigHub.Minutes.ReadMember read)
    {
        if (
            group.Visibility is Visibility.Public
            && read.Affiliation is { } affiliation
            && !person.Affiliations.Any(known => SameWords.AreSame(known.Organisation, affiliation))
        )
            person.LearnAffiliation(affiliation, from: null, _now);
        if (
            read.Email is { } email
            && email.Contains('@', StringComparison.Ordinal)
            && !email.Contains(' ', StringComparison.Ordinal)
        )
            person.LearnAddress(email, _now);
        if (read.Handle is { } handle)
            person.LearnHandle(service: null, handle, _now);
    }

    /// <summary>How a group writes somebody is known where the group is.</summary>
    private static Guid? OnlyIn(Group group) => group.Visibility is Visibility.Public ? null : group.Id;

    private Roster RosterOf(Guid groupId)
    {
        if (!_rosters.TryGetValue(groupId, out var roster))
            _rosters[groupId] = roster = Roster.Of(
                PeopleOf(groupId).Where(_people.ContainsKey).Select(id => _people[id])
            );
        return roster;
    }

    private HashSet<Guid> PeopleOf(Guid groupId)
    {
        if (!_peopleOf.TryGetValue(groupId, out var people))
            _peopleOf[groupId] = people = [];
        return people;
    }

    private static bool IsFuller(string name, string known) => WordsIn(name) > WordsIn(known);

    private static int WordsIn(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static string? Join(params string?[] parts) =>
        parts.OfType<string>().ToList() is { Count: > 0 } some ? string.Join(" · ", some) : null;
}
