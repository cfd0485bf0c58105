using SigHub.Domain.Actions;
using SigHub.Domain.People;

namespace SigHub.Domain.Tests.Actions;

/// <summary>A-12 of SIG/Compilers, raised at the meeting of 2026-01-14, owned by Ines Moreau and by a "Wren" nobody knows.</summary>
public abstract class OneAction
{
    protected static readonly Guid JanuaryMeeting = Guid.NewGuid();
    protected static readonly DateOnly January = new(2026, 1, 14);

    protected ActionItem Action { get; } = Raised();

    protected static ActionItem Raised() =>
        ActionItem.Raise(
            Sol,
            12,
            Compilers.Id,
            JanuaryMeeting,
            January,
            "publish the benchmark",
            [new Mention("Ines", Ines.PersonId), new Mention("Wren", personId: null)],
            Now
        );
}
