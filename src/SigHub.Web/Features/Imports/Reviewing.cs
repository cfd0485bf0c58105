using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Minutes;
using SigHub.Web.Features.Imports.MovingIn;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Imports;

/// <summary>What would become of a document, for whoever wants to know: a page, the queue, the first look at a dropped file.</summary>
internal static class Reviewing
{
    /// <summary>Findings that the review asks about itself, with something to choose.</summary>
    private static readonly string[] s_askedElsewhere = ["no-date", "ambiguous-person"];

    public static async Task<ReviewDocument.Review> Of(
        SigHubDb db,
        Actor actor,
        Upload upload,
        DateTime now,
        CancellationToken stop
    )
    {
        var choices = await Groups(db, actor, stop);
        RuleBroken.If(
            choices.Count == 0 && !actor.IsAdministrator,
            "Importing is for those who keep a group's minutes: its chair, lead or secretary."
        );

        var (reading, lines) = Documents.Open(upload);
        var (moved, problem) = await TryMoveIn(db, actor, reading, upload, now, stop);
        return new ReviewDocument.Review(
            upload.FileName,
            lines,
            [.. reading.Findings.Where(finding => IsOpen(finding, moved, upload))],
            moved?.Landed ?? [],
            moved?.Named ?? [],
            [.. (moved?.Undated ?? []).Select(place => UndatedAt(reading, place))],
            [.. Dated(reading, upload)],
            moved is null ? null : new(moved.MainIsNew ? null : moved.Main.Id, moved.Main.Name, moved.MainIsNew),
            choices,
            problem,
            moved is { MainIsNew: false } ? await AlreadyIn(db, reading.Sha256, moved.Main.Id, stop) : null,
            moved?.Earlier
        );
    }

    /// <summary>By which choices name it.</summary>
    public static string KeyOf(Finding finding) =>
        string.Create(CultureInfo.InvariantCulture, $"{finding.Code}:{finding.Lines.First}");

    public static bool IsUnclear(MoveIn moved) =>
        moved.Landed.Any(record => record.IsUncertain)
        || moved.Named.Any(name => name.Standing is NameStanding.Unclear);

    private static bool IsOpen(Finding finding, MoveIn? moved, Upload upload) =>
        !upload.Settled.Contains(KeyOf(finding)) && (moved is null || !s_askedElsewhere.Contains(finding.Code));

    private static ReviewDocument.Undated UndatedAt(Reading reading, int place) =>
        new(place, reading.Meetings[place].Title, reading.Meetings[place].Lines);

    private static IEnumerable<ReviewDocument.Dated> Dated(Reading reading, Upload upload) =>
        reading.Meetings.SelectMany(
            (meeting, place) =>
            {
                var isChosen = upload.Dates.TryGetValue(place, out var chosen);
                return (isChosen ? chosen : meeting.Date) is { } day
                    ? [new ReviewDocument.Dated(place, meeting.Title, day, isChosen, meeting.Lines)]
                    : Array.Empty<ReviewDocument.Dated>();
            }
        );

    private static async Task<(MoveIn? Moved, string? Problem)> TryMoveIn(
        SigHubDb db,
        Actor actor,
        Reading reading,
        Upload upload,
        DateTime now,
        CancellationToken stop
    )
    {
        try
        {
            return (await MoveIn.Run(db, actor, reading, upload, (_, _) => Task.FromResult(1), now, stop), null);
        }
        catch (RuleBroken rule)
        {
            return (null, rule.Message);
        }
    }

    private static async Task<List<ReviewDocument.Choice>> Groups(SigHubDb db, Actor actor, CancellationToken stop)
    {
        var groups = await db
            .Groups.Where(group => group.State != GroupState.Archived)
            .OrderBy(group => group.Name)
            .Select(group => new ReviewDocument.Choice(group.Id, group.Name))
            .ToListAsync(stop);
        return [.. groups.Where(group => actor.KeepsMinutes(group.Id))];
    }

    private static Task<ReviewDocument.Earlier?> AlreadyIn(
        SigHubDb db,
        string sha256,
        Guid groupId,
        CancellationToken stop
    ) =>
        db
            .Documents.Where(document => document.Sha256 == sha256 && document.GroupId == groupId)
            .Select(document => new ReviewDocument.Earlier(
                document.Id,
                document.At,
                db.People.Where(p => p.Id == document.ByPersonId).Select(p => p.DisplayName).First()
            ))
            .FirstOrDefaultAsync(stop);
}
