using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
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
        return await Reviewing.Of(db, actor, upload, clock.UtcNow(), stop);
    }

    /// <param name="Problem">Why it cannot be accepted as it is, in a sentence.</param>
    /// <param name="Earlier">The same document moved in before: accepting it again changes nothing.</param>
    /// <param name="Version">Another version of it moved in before.</param>
    public sealed record Review(
        string FileName,
        IReadOnlyList<string> Lines,
        IReadOnlyList<Finding> Findings,
        IReadOnlyList<LandedRecord> Records,
        IReadOnlyList<NamedPerson> Named,
        IReadOnlyList<Undated> Undated,
        IReadOnlyList<Dated> Dated,
        Target? Target,
        IReadOnlyList<Choice> Choices,
        string? Problem,
        Earlier? Earlier,
        EarlierVersion? Version
    )
    {
        /// <summary>How many places a person should look at before it is accepted.</summary>
        public int ToLookAt =>
            Findings.Count(finding => finding.Severity is not Severity.Info)
            + Undated.Count
            + Records.Count(record =>
                record.IsUncertain && record is not { Kind: SubjectKind.Meeting, Landing: Landing.LeftOut }
            )
            + Named.Count(name => name.Standing is NameStanding.Unclear);

        public int Taken => Records.Count(record => record.IsTaken);
    }

    /// <summary>The group it goes to.</summary>
    public sealed record Target(Guid? Id, string Name, bool IsNew);

    public sealed record Choice(Guid Id, string Name);

    public sealed record Undated(int Place, string? Title, LineSpan Lines);

    /// <summary>A meeting and the day it has, so that a wrong one can be mended.</summary>
    public sealed record Dated(int Place, string? Title, DateOnly Date, bool IsChosen, LineSpan Lines);

    public sealed record Earlier(Guid DocumentId, DateTime At, string By);
}
