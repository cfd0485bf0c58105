using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Minutes;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using DomainDocumentKind = SigHub.Domain.Imports.DocumentKind;
using DomainGroupKind = SigHub.Domain.Groups.GroupKind;
using DomainLinkKind = SigHub.Domain.Groups.LinkKind;

namespace SigHub.Web.Features.Imports.MovingIn;

/// <content>Which groups the document is about: the chosen one, known ones under their names, new ones.</content>
internal sealed partial class MoveIn
{
    private readonly Dictionary<string, Group> _groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Guid> _newGroups = [];
    private List<Group> _known = [];
    private List<FormerAddress> _former = [];
    private HashSet<string> _slugs = [];

    private async Task LandGroups()
    {
        _slugs = [.. await _db.Groups.Select(group => group.Slug.Value).ToListAsync(_stop)];
        _known = await _db
            .Groups.VisibleTo(_by.AsViewer())
            .Include(group => group.Goals)
            .Include(group => group.Links)
            .AsSplitQuery()
            .ToListAsync(_stop);

        _former = await _db.FormerAddresses.Where(former => former.MeetingId == null).ToListAsync(_stop);

        var named = _reading.Groups.FirstOrDefault(group => group.Parent is null);
        Main = ChosenGroup() ?? NamedGroup(named) ?? NewGroup(named, parent: null);
        _document = ImportedDocument.Receive(
            _by,
            _upload.FileName,
            _upload.Content,
            Enum.Parse<DomainDocumentKind>(_reading.Kind.ToString()),
            Main.Id,
            _now
        );
        _db.Documents.Add(_document);

        foreach (var read in _reading.Groups)
        {
            var group = read == named ? Main : NamedGroup(read) ?? NewGroup(read, GroupCalled(read.Parent));
            _groups[read.Name] = group;
            Describe(group, read);
            var isNew = _newGroups.Contains(group.Id);
            Land(
                read,
                SubjectKind.Group,
                isNew ? Landing.New : Landing.Known,
                group.Id,
                read.Lines,
                group.Name,
                Words(group.Kind)
            );
        }
    }

    /// <summary>The group a record belongs to; the document's own where it names none, or one nobody introduced.</summary>
    private Group GroupCalled(string? name) => name is null ? Main : _groups.GetValueOrDefault(name, Main);

    private Group? ChosenGroup() =>
        _upload.Into is { } id
            ? _known.Find(group => group.Id == id) ?? throw new RuleBroken("This group is gone; choose another one.")
            : null;

    /// <summary>
    /// The known group of that name: the same word in addresses, or the only one whose word ends the other's, so that an
    /// organisation's name before it may stay or go. A group that was called so before is that group.
    /// </summary>
    private Group? NamedGroup(ReadGroup? read)
    {
        if (read is null)
            return null;

        var name = NameOf(read);
        var slug = Slug.From(name).Value;
        if (_known.Find(group => group.Slug.Value == slug || SameWords.AreSame(group.Name, name)) is { } same)
            return same;
        if (
            _former.Find(former => former.Slug.Value == slug || SameWords.AreSame(former.GroupName, name)) is { } former
        )
            return _known.Find(group => group.Id == former.GroupId);

        var alike = _known
            .Where(group =>
                slug.EndsWith($"-{group.Slug}", StringComparison.Ordinal)
                || group.Slug.Value.EndsWith($"-{slug}", StringComparison.Ordinal)
            )
            .ToList();
        return alike is [var only] ? only : null;
    }

    private Group NewGroup(ReadGroup? read, Group? parent)
    {
        RuleBroken.If(read is null, "This document names no group. Choose the group it belongs to.");
        RuleBroken.Unless(
            _by.IsAdministrator || parent is not null,
            $"“{read!.Name}” is no group of yours yet. Choose one of your groups for this document, or ask an administrator."
        );

        var name = NameOf(read);
        var slug = Slug.From(name);
        for (var number = 2; _slugs.Contains(slug.Value) || _former.Exists(former => former.Slug == slug); number++)
            slug = Slug.From(name).WithNumber(number);

        var group = Group.Create(
            _by,
            slug,
            name,
            Enum.Parse<DomainGroupKind>(read.Kind.ToString()),
            parent?.Id,
            parent?.Visibility ?? Visibility.Public,
            _now
        );
        _by = _by.Knowing(group);
        _known.Add(group);
        _slugs.Add(slug.Value);
        _newGroups.Add(group.Id);
        _db.Groups.Add(group);
        _db.Record(new GroupCreated(group.Subject, _by.PersonId, _now));
        return group;
    }

    /// <summary>A group's name is for everybody.</summary>
    private static string NameOf(ReadGroup read) => Redaction.Of(read.Name) is { Length: > 0 } name ? name : "Group";

    /// <summary>What people wrote about a group stays; a document only fills what is empty.</summary>
    private void Describe(Group group, ReadGroup read)
    {
        if (group.State == GroupState.Archived)
            return;
        if (
            group.Overview.Length == 0
            && Discussion.Of(read.Overview, read.Name, read.Goals) is { Length: > 0 } overview
        )
            group.Describe(_by, overview, _now);
        if (group.Goals.Count == 0 && read.Goals.Count > 0)
            group.AimFor(_by, read.Goals, _now);

        foreach (var link in read.Links)
        {
            if (IsNewAddress(link.Url, group.Links.Select(known => known.Url)))
                group.AddLink(
                    _by,
                    Enum.Parse<DomainLinkKind>(link.Kind.ToString()),
                    link.Label ?? link.Url,
                    link.Url,
                    _now
                );
        }
    }

    private static bool IsNewAddress(string url, IEnumerable<string> known) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address)
        && (
            address.Scheme == Uri.UriSchemeHttp
            || address.Scheme == Uri.UriSchemeHttps
            || address.Scheme == Uri.UriSchemeMailto
        )
        && !known.Contains(url.Trim(), StringComparer.Ordinal);

    private static string Words(DomainGroupKind kind) =>
        kind switch
        {
            DomainGroupKind.Sig => "SIG",
            DomainGroupKind.WorkingGroup => "working group",
            DomainGroupKind.Committee => "committee",
            DomainGroupKind.Project => "project",
            DomainGroupKind.Team => "team",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
