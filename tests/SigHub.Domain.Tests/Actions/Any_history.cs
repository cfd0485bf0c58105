using FsCheck;
using FsCheck.Fluent;
using SigHub.Domain.Actions;

namespace SigHub.Domain.Tests.Actions;

public sealed class Any_history : OneAction
{
    private static readonly Gen<(DateOnly Day, ActionStatus Status)[]> Reports =
        from days in Gen.SubListOf(Enumerable.Range(1, 40))
        from states in Gen.ArrayOf(Gen.Elements(Enum.GetValues<ActionStatus>()), days.Count)
        select days.Zip(states, (day, status) => (January.AddDays(day), status)).ToArray();

    [Fact]
    public void Is_the_same_in_whichever_order_its_documents_come() =>
        Prop.ForAll(
                Arb.From(from reports in Reports from shuffled in Gen.Shuffle(reports) select (reports, shuffled)),
                x => Days(After(x.reports)).SequenceEqual(Days(After(x.shuffled)))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Ends_in_the_current_state_and_counts_each_meeting_once() =>
        Prop.ForAll(
                Arb.From(Reports),
                reports =>
                {
                    var action = After(reports);
                    return action.StateOn(DateOnly.MaxValue)!.Status == action.Status
                        && action.CarriedTimes() == reports.Length
                        && action.History.Count == reports.Length + 1;
                }
            )
            .QuickCheckThrowOnFailure();

    private static ActionItem After(IEnumerable<(DateOnly Day, ActionStatus Status)> reports)
    {
        var action = Raised();
        foreach (var (day, status) in reports)
            action.Report(Sol, Guid.NewGuid(), status, day, note: null, Now);

        return action;
    }

    private static IEnumerable<ActionStatus?> Days(ActionItem action) =>
        Enumerable.Range(-1, 45).Select(day => action.StateOn(January.AddDays(day))?.Status);
}
