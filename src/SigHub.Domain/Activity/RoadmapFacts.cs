using SigHub.Domain.Roadmaps;

namespace SigHub.Domain.Activity;

public sealed record MilestonePlanned(Subject Milestone, Guid By, DateTime At, string Title, string Period)
    : Fact(Milestone, By, At)
{
    public override string Summary => $"planned {Subject.Name} for {Period}: {Words.Short(Title)}";
    public override string? After => Title;
}

public sealed record MilestoneMoved(
    Subject Milestone,
    Guid By,
    DateTime At,
    string OldPeriod,
    string NewPeriod,
    string? Reason
) : Fact(Milestone, By, At)
{
    public override string Summary =>
        $"moved {Subject.Name} from {OldPeriod} to {NewPeriod}{(Reason is null ? "" : ": " + Words.Short(Reason))}";

    public override string? Before => OldPeriod;
    public override string? After => NewPeriod;
}

public sealed record MilestoneStatusChanged(
    Subject Milestone,
    Guid By,
    DateTime At,
    MilestoneStatus From,
    MilestoneStatus To,
    string? Reason
) : Fact(Milestone, By, At)
{
    public override string Summary =>
        $"set {Subject.Name} to {To.Name()}{(Reason is null ? "" : ": " + Words.Short(Reason))}";

    public override string? Before => From.Name();
    public override string? After => To.Name();
}

public sealed record MilestoneChanged(Subject Milestone, Guid By, DateTime At, string What, string? Old, string? New)
    : Fact(Milestone, By, At)
{
    public override string Summary => $"changed the {What} of {Subject.Name}";
    public override string? Before => Old;
    public override string? After => New;
}
