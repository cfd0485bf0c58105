using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence.Searching;

namespace SigHub.Web.Features.Search;

/// <summary>The groups that `group:` means, among those that the current person may see.</summary>
/// <param name="Only">Null where no group was asked for.</param>
internal sealed record WantedGroups(List<Guid>? Only, List<Guid> Without, IReadOnlyList<string> Problems)
{
    public static WantedGroups Of(SearchRequest request, IReadOnlyList<FindAnything.GroupChoice> groups)
    {
        List<Guid>? only = null;
        List<Guid> without = [];
        List<string> problems = [];
        foreach (var part in request.Groups)
        {
            var meant = Meant(part.Text, groups);
            if (meant.Count == 0)
                problems.Add($"There is no group “{part.Text}” that you can see.");
            if (part.IsExcluded)
                without.AddRange(meant);
            else
                (only ??= []).AddRange(meant);
        }

        return new WantedGroups(only, without, problems);
    }

    /// <summary>What stands in them, and the people who belong to them.</summary>
    public IQueryable<Findable> Keep(IQueryable<Findable> found, IQueryable<Membership> memberships)
    {
        if (Only is { } only)
        {
            found = found.Where(one =>
                one.Kind == SubjectKind.Person
                    ? memberships.Any(m => m.PersonId == one.SubjectId && only.Contains(m.GroupId))
                    : one.GroupId != null && only.Contains(one.GroupId.Value)
            );
        }

        return Without.Count == 0
            ? found
            : found.Where(one => one.GroupId == null || !Without.Contains(one.GroupId.Value));
    }

    /// <summary>By the word of its address or its name; else all whose names have words that begin so.</summary>
    private static List<Guid> Meant(string text, IReadOnlyList<FindAnything.GroupChoice> groups)
    {
        var words = Folding.Words(text).Select(word => word.Folded).ToList();
        var line = string.Join(' ', words);
        var named = groups
            .Where(group =>
                string.Equals(group.Slug, text, StringComparison.OrdinalIgnoreCase) || Folding.Line(group.Name) == line
            )
            .ToList();
        if (named.Count == 0 && words.Count > 0)
        {
            named =
            [
                .. groups.Where(group =>
                {
                    var name = Folding.Words(group.Name).Select(word => word.Folded).ToList();
                    return words.TrueForAll(word =>
                        name.Exists(part => part.StartsWith(word, StringComparison.Ordinal))
                    );
                }),
            ];
        }

        return named.ConvertAll(group => group.Id);
    }
}
