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
    private readonly Sheet _sheet;
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
    )
    {
        (_db, _by, _upload, _take, _now, _stop) = (db, by, upload, take, now, stop);
        _sheet = Sheet.Of(reading, upload);
        _reading = _sheet.Reading;
    }

    /// <summary>Gives the first of so many numbers of a kind.</summary>
    public delegate Task<int> TakeNumbers(string kind, int count);

    public IReadOnlyList<LandedRecord> Landed => _landed;

    public ImportedDocument Document => _document;

    /// <summary>The group that the document is about.</summary>
    public Group Main { get; private set; } = null!;

    public bool MainIsNew => _newGroups.Contains(Main.Id);

    /// <summary>Places in the reading of meetings that still need a day.</summary>
    public IReadOnlyList<int> Undated => _undated;

    /// <summary>What it adds and changes.</summary>
    public IReadOnlyList<ImportChange> Changes { get; private set; } = [];

    /// <summary>Who the names in the document are taken for.</summary>
    public IReadOnlyList<NamedPerson> Named =>
        [.. _named.Values.OrderBy(one => one.Standing is not NameStanding.Unclear)];

    /// <summary>The document that this one is another version of, and what of it this one no longer says.</summary>
    public EarlierVersion? Earlier => _earlier;

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
        await moveIn.FindEarlierVersion();
        await moveIn.LandPeople();
        await moveIn.LandMeetings();
        await moveIn.LandSeries();
        await moveIn.LandMilestones();
        await moveIn.NameTheUnknown();
        await moveIn.Finish();
        return moveIn;
    }

    private async Task Finish()
    {
        var records = _landed.Count(record => record.IsTaken);
        _db.Record(new MinutesImported(_document.Subject, _by.PersonId, _now, records));
        Changes = WhatChanged.In(_db, _document.Id, _now);
        await TellWhatIsGone();

        var touched = Changes.SelectMany(change => new[] { change.RecordId, change.NounId }).ToHashSet();
        for (var i = 0; i < _landed.Count; i++)
        {
            if (_landed[i].SubjectId is { } subject && touched.Contains(subject))
                _landed[i] = _landed[i] with { ChangesSomething = true };
        }

        _landed.AddRange(_sheet.Declined);
    }

    private void Land(
        object read,
        SubjectKind kind,
        Landing landing,
        Guid? id,
        LineSpan lines,
        string text,
        string? detail = null,
        string? hint = null,
        Func<LandedRecord, LandedRecord>? with = null
    )
    {
        var key = _sheet.KeyOf(read);
        var record = new LandedRecord(kind, landing, text, detail, lines, hint)
        {
            Key = key,
            SubjectId = id,
            IsSettled = _upload.Settled.Contains(key),
        };
        _landed.Add(with is null ? record : with(record));
        if (id is { } subject)
            _db.Traces.Add(new Trace(kind, subject, new Provenance(_document.Id, lines.First, lines.Last), _now));
    }

    private Guid? ChosenFor(object read) => _upload.SameAs.TryGetValue(_sheet.KeyOf(read), out var id) ? id : null;
}
