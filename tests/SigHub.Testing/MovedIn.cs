using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;

namespace SigHub.Testing;

/// <summary>Compares what the portal keeps of some groups with what invented documents about them were meant to say.</summary>
public static class MovedIn
{
    /// <summary>
    /// What is missing ("-") and what is there more often than it should be ("+"), in words; empty when everything the
    /// documents say is in once.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Differences(
        SigHubDb db,
        IReadOnlyCollection<InventedDocument> documents
    )
    {
        var names = documents.Select(document => document.Group).ToHashSet(StringComparer.Ordinal);
        var groups = (await db.Groups.Select(group => new { group.Id, group.Name }).ToListAsync())
            .Where(group => names.Contains(group.Name))
            .ToDictionary(group => group.Id, group => group.Name);
        var ids = groups.Keys.ToList();
        var kept = groups.Values.Select(name => $"group {name}").ToList();
        kept.AddRange(
            from document in await db.Documents.Where(one => ids.Contains(one.GroupId!.Value)).ToListAsync()
            select $"document {document.FileName}"
        );
        kept.AddRange(
            from meeting in await db.Meetings.Where(one => ids.Contains(one.GroupId)).ToListAsync()
            select $"meeting {groups[meeting.GroupId]} {meeting.Date:O}"
        );
        kept.AddRange(
            from action in await db.Actions.Where(one => ids.Contains(one.GroupId)).ToListAsync()
            select $"action {groups[action.GroupId]} {action.Text}"
        );
        kept.AddRange(
            from decision in await db.Decisions.Where(one => ids.Contains(one.GroupId)).ToListAsync()
            select $"decision {groups[decision.GroupId]} {decision.Text}"
        );
        kept.AddRange(
            from milestone in await db.Milestones.Where(one => ids.Contains(one.GroupId)).ToListAsync()
            select $"milestone {groups[milestone.GroupId]} {milestone.Title}"
        );
        var meant = names.Select(name => $"group {name}").Concat(documents.SelectMany(Said)).ToList();
        return [.. Without(meant, kept).Select(one => "- " + one), .. Without(kept, meant).Select(one => "+ " + one)];
    }

    private static IEnumerable<string> Said(InventedDocument document) =>
        [
            $"document {document.FileName}",
            .. document.Meetings.Select(day => $"meeting {document.Group} {day:O}"),
            .. document.Actions.Select(action => $"action {document.Group} {action}"),
            .. document.Decisions.Select(decision => $"decision {document.Group} {decision}"),
            .. document.Milestones.Select(milestone => $"milestone {document.Group} {milestone}"),
        ];

    /// <summary>What is left of the ones when each of the others took one of its like away.</summary>
    private static IEnumerable<string> Without(IEnumerable<string> some, IEnumerable<string> others)
    {
        var left = others.CountBy(one => one).ToDictionary(StringComparer.Ordinal);
        foreach (var one in some.Order(StringComparer.Ordinal))
        {
            if (left.TryGetValue(one, out var count) && count > 0)
                left[one] = count - 1;
            else
                yield return one;
        }
    }
}
