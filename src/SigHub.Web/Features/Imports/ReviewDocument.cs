using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Minutes;
using SigHub.Web.Features.Imports.MovingIn;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// Reads a document and shows what would become of each of its records. Nothing is stored. Refused in a sentence: what is
/// empty, over 5 MB or no text, and who may import nowhere.
/// </summary>
public sealed class ReviewDocument(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Review> Run(Upload upload, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var choices = await Choices(db, actor, stop);
        RuleBroken.If(
            choices.Count == 0 && !actor.IsAdministrator,
            "Importing is for those who keep a group's minutes: its chair, lead or secretary."
        );

        var document = Documents.Open(upload);
        var moveIn = await TryMoveIn(db, actor, document.Reading, upload, stop);
        return new Review(
            upload.FileName,
            document.Lines,
            document.Reading.Findings,
            moveIn.Result?.Landed ?? [],
            moveIn
                .Result?.Undated.Select(place => new Undated(
                    place,
                    document.Reading.Meetings[place].Title,
                    document.Reading.Meetings[place].Lines
                ))
                .ToList()
                ?? [],
            moveIn.Result is { } result
                ? new Target(result.MainIsNew ? null : result.Main.Id, result.Main.Name, result.MainIsNew)
                : null,
            choices,
            moveIn.Problem,
            moveIn.Result is { MainIsNew: false } known
                ? await AlreadyIn(db, document.Reading.Sha256, known.Main.Id, stop)
                : null
        );
    }

    private async Task<(MoveIn? Result, string? Problem)> TryMoveIn(
        SigHubDb db,
        Actor actor,
        Reading reading,
        Upload upload,
        CancellationToken stop
    )
    {
        try
        {
            return (
                await MoveIn.Run(db, actor, reading, upload, (_, _) => Task.FromResult(1), clock.UtcNow(), stop),
                null
            );
        }
        catch (RuleBroken rule)
        {
            return (null, rule.Message);
        }
    }

    private static async Task<List<Choice>> Choices(SigHubDb db, Actor actor, CancellationToken stop)
    {
        var groups = await db
            .Groups.Where(group => group.State != GroupState.Archived)
            .OrderBy(group => group.Name)
            .Select(group => new Choice(group.Id, group.Name))
            .ToListAsync(stop);
        return [.. groups.Where(group => actor.KeepsMinutes(group.Id))];
    }

    private static Task<Earlier?> AlreadyIn(SigHubDb db, string sha256, Guid groupId, CancellationToken stop) =>
        db
            .Documents.Where(document => document.Sha256 == sha256 && document.GroupId == groupId)
            .Select(document => new Earlier(
                document.Id,
                document.At,
                db.People.Where(p => p.Id == document.ByPersonId).Select(p => p.DisplayName).First()
            ))
            .FirstOrDefaultAsync(stop);

    /// <param name="Problem">Why it cannot be accepted as it is, in a sentence.</param>
    /// <param name="Earlier">The same document moved in before: accepting it again changes nothing.</param>
    public sealed record Review(
        string FileName,
        IReadOnlyList<string> Lines,
        IReadOnlyList<Finding> Findings,
        IReadOnlyList<LandedRecord> Records,
        IReadOnlyList<Undated> Undated,
        Target? Target,
        IReadOnlyList<Choice> Choices,
        string? Problem,
        Earlier? Earlier
    );

    /// <summary>The group it goes to.</summary>
    public sealed record Target(Guid? Id, string Name, bool IsNew);

    public sealed record Choice(Guid Id, string Name);

    public sealed record Undated(int Place, string? Title, LineSpan Lines);

    public sealed record Earlier(Guid DocumentId, DateTime At, string By);
}
