using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// What the current person brought and did not put away: what is being worked on, what waits for them, what moved in. Empty for
/// visitors.
/// </summary>
public sealed class ShowTray(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <summary>More rows than that are counted and not listed.</summary>
    public const int MostRows = 100;

    /// <param name="batch">Only what was brought at once; null: all of it.</param>
    public async Task<Tray> Run(Guid? batch = null, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is not { } actor)
            return new Tray([], new Progress(0, 0, 0, 0, 0, 0));

        var visible = db.Groups.VisibleTo(actor.AsViewer());
        var all = await db.TrayOf(actor.PersonId)
            .Where(one => batch == null || one.BatchId == batch)
            .Select(one => new Row(
                one.Id,
                one.FileName,
                one.State,
                one.Records,
                one.ToLookAt,
                one.Problem,
                one.DocumentId,
                visible
                    .Where(group => group.Id == one.GroupId)
                    .Select(group => new InGroup(group.Name, group.Slug))
                    .FirstOrDefault()
            ))
            .ToListAsync(stop);
        return new Tray(
            [.. all.OrderBy(row => row.Rank).Take(MostRows)],
            new Progress(
                all.Count,
                all.Count(row => row.State is ArrivalState.Waiting),
                all.Count(row => row.State is ArrivalState.Accepted),
                all.Count(row => row.State is ArrivalState.MovedIn),
                all.Count(row => row.State is ArrivalState.Refused),
                all.Count(row => row.IsClear)
            )
        );
    }

    public sealed record Tray(IReadOnlyList<Row> Rows, Progress Progress);

    /// <summary>How many documents there are, and how many of them stand where.</summary>
    public sealed record Progress(int All, int Waiting, int Accepted, int MovedIn, int Refused, int Clear)
    {
        public bool IsInWork => Waiting + Accepted > 0;

        public int ToReview => All - Waiting - Accepted - MovedIn - Refused - Clear;
    }

    public sealed record Row(
        Guid Id,
        string FileName,
        ArrivalState State,
        int Records,
        int ToLookAt,
        string? Problem,
        Guid? DocumentId,
        InGroup? Group
    )
    {
        public bool IsClear => State is ArrivalState.Read && ToLookAt == 0 && Problem is null;

        /// <summary>What needs somebody first, what is done last.</summary>
        internal int Rank =>
            State switch
            {
                ArrivalState.Refused => 0,
                ArrivalState.Read or ArrivalState.TakenBack => IsClear ? 2 : 1,
                ArrivalState.Waiting or ArrivalState.Accepted => 3,
                ArrivalState.MovedIn => 4,
                _ => throw new InvalidOperationException("No such state."),
            };
    }

    public sealed record InGroup(string Name, Slug Slug);
}
