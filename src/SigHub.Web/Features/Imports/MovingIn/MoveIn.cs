using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Minutes;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Imports.MovingIn;

/// <summary>
/// Takes one reading into the portal: finds what is known, makes what is new, and ties each record to its lines. It works on
/// the context it is given and saves nothing, so the same code shows what would happen and makes it happen.
/// </summary>
internal sealed partial class MoveIn
{
    private readonly SigHubDb _db;
    private readonly Reading _reading;
    private readonly Upload _upload;
    private readonly TakeNumbers _take;
    private readonly DateTime _now;
    private readonly CancellationToken _stop;
    private readonly List<LandedRecord> _landed = [];

    private Actor _by;
    private ImportedDocument _document = null!;

    private MoveIn(
        SigHubDb db,
        Actor by,
        Reading reading,
        Upload upload,
        TakeNumbers take,
        DateTime now,
        CancellationToken stop
    ) => (_db, _by, _reading, _upload, _take, _now, _stop) = (db, by, reading, upload, take, now, stop);

    /// <summary>Gives the first of so many numbers of a kind.</summary>
    public delegate Task<int> TakeNumbers(string kind, int count);

    public IReadOnlyList<LandedRecord> Landed => _landed;

    public ImportedDocument Document => _document;

    /// <summary>The group that the document is about.</summary>
    public Group Main { get; private set; } = null!;

    public bool MainIsNew => _newGroups.Contains(Main.Id);

    /// <summary>Places in the reading of meetings that still need a day.</summary>
    public IReadOnlyList<int> Undated => _undated;

    /// <exception cref="RuleBroken">The person may not import this, or the group is not clear.</exception>
    public static async Task<MoveIn> Run(
        SigHubDb db,
        Actor by,
        Reading reading,
        Upload upload,
        TakeNumbers take,
        DateTime now,
        CancellationToken stop
    )
    {
        var moveIn = new MoveIn(db, by, reading, upload, take, now, stop);
        await moveIn.LandGroups();
        await moveIn.LandPeople();
        await moveIn.LandMeetings();
        await moveIn.LandSeries();
        await moveIn.LandMilestones();
        await moveIn.NameTheUnknown();
        moveIn.Finish();
        return moveIn;
    }

    private void Finish()
    {
        var records = _landed.Count(record => record.IsTaken);
        _db.Record(new MinutesImported(_document.Subject, _by.PersonId, _now, records));
    }

    private void Land(
        SubjectKind kind,
        Landing landing,
        Guid? id,
        LineSpan lines,
        string text,
        string? detail = null,
        string? hint = null
    )
    {
        _landed.Add(new LandedRecord(kind, landing, text, detail, lines, hint));
        if (id is { } subject)
            _db.Traces.Add(new Trace(kind, subject, new Provenance(_document.Id, lines.First, lines.Last), _now));
    }
}
