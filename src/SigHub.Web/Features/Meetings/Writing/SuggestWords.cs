using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

// ToLower is lower() in SQL here.
#pragma warning disable CA1304, CA1311, CA1862, MA0011

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>
/// What somebody may mean who types a name or a number in minutes: people, actions, decisions and milestones that they may see,
/// those of the meeting's group first. Nothing for a visitor.
/// </summary>
public sealed class SuggestWords(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    private const int Most = 8;

    /// <param name="slug">The meeting's group.</param>
    /// <param name="kind"><c>people</c>, <c>actions</c>, <c>decisions</c> or <c>milestones</c>.</param>
    /// <param name="typed">The beginning of a name's word, "A-12", or "A-mirr" for a record with such a word.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<IReadOnlyList<Word>> Run(
        string slug,
        string? kind,
        string? typed,
        CancellationToken stop = default
    )
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (Slugs.Read(slug) is not { } address || await db.FindActor(me, clock.Today(), stop) is not { } actor)
            return [];

        var viewer = actor.AsViewer();
        var group = await db
            .Groups.VisibleTo(viewer)
            .Where(one => one.Slug == address)
            .Select(one => (Guid?)one.Id)
            .SingleOrDefaultAsync(stop);
        if (group is not { } id)
            return [];

        var begins = (typed ?? "")[Math.Min(2, typed?.Length ?? 0)..];
        return kind switch
        {
            "people" => await People(db, viewer, id, (typed ?? "").Trim(), stop),
            "actions" => Numbered('A', begins, await Actions(db, viewer, id, stop)),
            "decisions" => Numbered('D', begins, await Decisions(db, viewer, id, stop)),
            "milestones" => Numbered('M', begins, await Milestones(db, viewer, id, stop)),
            _ => [],
        };
    }

    private static async Task<IReadOnlyList<Word>> People(
        SigHubDb db,
        Viewer viewer,
        Guid group,
        string typed,
        CancellationToken stop
    )
    {
        var begins = typed.ToLowerInvariant();
        var inside = " " + begins;
        var found = await db
            .People.VisibleTo(viewer)
            .Where(person =>
                person.DisplayName.ToLower().StartsWith(begins) || person.DisplayName.ToLower().Contains(inside)
            )
            .Select(person => new
            {
                person.DisplayName,
                IsOfTheGroup = db.Memberships.Any(one => one.GroupId == group && one.PersonId == person.Id),
            })
            .OrderByDescending(person => person.IsOfTheGroup)
            .ThenBy(person => person.DisplayName)
            .Take(Most)
            .ToListAsync(stop);
        return
        [
            .. found.Select(one => new Word(one.DisplayName, one.DisplayName, one.IsOfTheGroup ? "of the group" : "")),
        ];
    }

    private static Task<List<Record>> Actions(SigHubDb db, Viewer viewer, Guid group, CancellationToken stop) =>
        db
            .Actions.VisibleTo(viewer)
            .OrderByDescending(one => one.GroupId == group)
            .ThenByDescending(one => one.Number)
            .Select(one => new Record(one.Number, one.Text))
            .Take(Enough)
            .ToListAsync(stop);

    private static Task<List<Record>> Decisions(SigHubDb db, Viewer viewer, Guid group, CancellationToken stop) =>
        db
            .Decisions.VisibleTo(viewer)
            .OrderByDescending(one => one.GroupId == group)
            .ThenByDescending(one => one.Number)
            .Select(one => new Record(one.Number, one.Text))
            .Take(Enough)
            .ToListAsync(stop);

    private static Task<List<Record>> Milestones(SigHubDb db, Viewer viewer, Guid group, CancellationToken stop) =>
        db
            .Milestones.VisibleTo(viewer)
            .OrderByDescending(one => one.GroupId == group)
            .ThenByDescending(one => one.Number)
            .Select(one => new Record(one.Number, one.Title))
            .Take(Enough)
            .ToListAsync(stop);

    private static IReadOnlyList<Word> Numbered(char letter, string begins, IEnumerable<Record> records) =>
        [
            .. records
                .Where(one =>
                    one.Number.ToString(CultureInfo.InvariantCulture).StartsWith(begins, StringComparison.Ordinal)
                    || HasWord(one.Text, begins)
                )
                .Take(Most)
                .Select(one => new Word(
                    $"{letter}-{one.Number} {Short(one.Text)}",
                    $"{letter}-{one.Number}",
                    Short(one.Text)
                )),
        ];

    /// <summary>Numbers begin alike in no order that a database knows.</summary>
    private const int Enough = 2000;

    private static bool HasWord(string text, string begins)
    {
        for (var at = 0; (at = text.IndexOf(begins, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                return true;
        }

        return false;
    }

    private static string Short(string text) =>
        text.ReplaceLineEndings(" ") is var line && line.Length <= 80
            ? line
            : string.Concat(line.AsSpan(0, 79).TrimEnd(), "…");

    private sealed record Record(int Number, string Text);

    /// <param name="Text">What is written.</param>
    public sealed record Word(string Text, string Title, string Detail);
}
