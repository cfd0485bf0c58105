using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Web.Features.Actions;
using SigHub.Web.Persistence;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Actions;

/// <summary>Fifty tabs with one action before their eyes save at once, each through the use case that its page calls.</summary>
public sealed class Fifty_at_once : SceneTest
{
    private const int Tabs = 50;

    private static readonly string[] s_who = [Cast.Ada, Cast.Ines, Cast.Mira, Cast.Robin];

    private readonly ConcurrentQueue<ChangedMeanwhile> _told = [];

    /// <summary>Whoever is told reads before they save again; a few do so at once.</summary>
    private readonly SemaphoreSlim _again = new(4);

    [Theory, OnEveryDatabase]
    public async Task Every_report_is_there_once_and_who_came_second_was_told_by_whom(Database database)
    {
        var hub = await OpenScene(database);
        var before = await Read(hub);

        await Task.WhenAll(Enumerable.Range(0, Tabs).Select(n => Task.Run(() => Report(hub, before.Seen, n))));

        var after = await Read(hub);
        after
            .History.Select(state => state.Note)
            .Except(before.History.Select(state => state.Note))
            .Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(0, Tabs).Select(Note));
        after.History.Count.ShouldBe(before.History.Count + Tabs);
        await ShouldBeTold(hub, before, nameof(ActionStateChanged));
    }

    [Theory, OnEveryDatabase]
    public async Task Every_word_is_there_once_and_who_came_second_was_told_by_whom(Database database)
    {
        var hub = await OpenScene(database);
        var before = await Read(hub);

        await Task.WhenAll(Enumerable.Range(0, Tabs).Select(n => Task.Run(() => AddWord(hub, before, n))));

        var words = (await Read(hub)).Text.Split(" + ");
        words[0].ShouldBe(before.Text);
        words.Skip(1).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, Tabs).Select(Note));
        await ShouldBeTold(hub, before, nameof(ActionReworded));
    }

    private Task Report(Hub hub, Seen seen, int n) =>
        UntilItLands(
            () => hub.As<ReportState>(s_who[n % 4], report => report.Run(seen, ActionStatus.Open, Note(n))),
            other => Task.FromResult(seen = other.Now)
        );

    /// <summary>Whoever is told looks at the words as they are, and writes theirs behind them.</summary>
    private Task AddWord(Hub hub, ReadAction.Shown shown, int n) =>
        UntilItLands(
            () =>
                hub.As<ChangeAction>(
                    s_who[n % 4],
                    change =>
                        change.Run(
                            shown.Seen,
                            new ChangeAction.Wanted(
                                $"{shown.Text} + {Note(n)}",
                                [.. shown.Owners.Select(owner => owner.Name)],
                                shown.Due
                            )
                        )
                ),
            async _ => shown = await Read(hub)
        );

    private async Task UntilItLands(Func<Task> save, Func<ChangedMeanwhile, Task> look)
    {
        if (await Lands())
            return;

        await _again.WaitAsync();
        try
        {
            while (!await Lands())
            {
                // Somebody was faster once more.
            }
        }
        finally
        {
            _again.Release();
        }

        async Task<bool> Lands()
        {
            try
            {
                await save();
                return true;
            }
            catch (ChangedMeanwhile other)
            {
                _told.Enqueue(other);
                await look(other);
                return false;
            }
        }
    }

    private async Task ShouldBeTold(Hub hub, ReadAction.Shown before, string verb)
    {
        var after = await Read(hub);
        after.Seen.Version.ShouldBe(before.Seen.Version + Tabs);
        (await hub.Look(db => db.Activity.CountAsync(one => one.SubjectId == before.Id && one.Verb == verb))).ShouldBe(
            Tabs
        );
        _told.Count.ShouldBeGreaterThanOrEqualTo(Tabs - 1, "all but the first had seen an older one");
        foreach (var told in _told)
        {
            told.Changes.ShouldNotBeEmpty();
            told.Changes.ShouldAllBe(change => change.By.Length > 0 && change.Summary.Length > 0);
        }
    }

    private static string Note(int n) => $"note {n:00}";

    /// <summary>A-1 is Ines Moreau's, and of SIG/Compute, whose minutes the others keep.</summary>
    private static async Task<ReadAction.Shown> Read(Hub hub) =>
        (await hub.As<ReadAction, ReadAction.Shown?>(Cast.Ada, read => read.Run(1)))!;
}
