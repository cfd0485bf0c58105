using SigHub.Domain.Actions;

namespace SigHub.Domain.Activity;

public sealed record ActionRaised(Subject Action, Guid By, DateTime At, string Text) : Fact(Action, By, At)
{
    public override string Summary => $"raised {Subject.Name}: {Words.Short(Text)}";
    public override string? After => Text;
}

public sealed record ActionStateChanged(
    Subject Action,
    Guid By,
    DateTime At,
    ActionStatus From,
    ActionStatus To,
    DateOnly AsOf,
    string? Note
) : Fact(Action, By, At)
{
    public override string Summary =>
        $"reported {Subject.Name} {To.Name()} as of {AsOf.InWords()}{(Note is null ? "" : ": " + Words.Short(Note))}";

    public override string? Before => From.Name();
    public override string? After => To.Name();
}

public sealed record ActionReassigned(Subject Action, Guid By, DateTime At, string OldOwners, string NewOwners)
    : Fact(Action, By, At)
{
    public override string Summary => $"reassigned {Subject.Name}";
    public override string? Before => OldOwners;
    public override string? After => NewOwners;
}

public sealed record ActionOwnerIdentified(Subject Action, Guid By, DateTime At, string Name, Guid PersonId)
    : Fact(Action, By, At)
{
    public override string Summary => $"said who “{Name}” is in {Subject.Name}";
    public override Guid? About => PersonId;
}

public sealed record ActionReworded(Subject Action, Guid By, DateTime At, string OldText, string NewText)
    : Fact(Action, By, At)
{
    public override string Summary => $"reworded {Subject.Name}";
    public override string? Before => OldText;
    public override string? After => NewText;
}

public sealed record ActionDueChanged(Subject Action, Guid By, DateTime At, DateOnly? OldDue, DateOnly? NewDue)
    : Fact(Action, By, At)
{
    public override string Summary =>
        NewDue is { } due ? $"made {Subject.Name} due on {due.InWords()}" : $"took the due day from {Subject.Name}";

    public override string? Before => OldDue?.Iso();
    public override string? After => NewDue?.Iso();
}

public sealed record ActionNoted(Subject Action, Guid By, DateTime At, string Note) : Fact(Action, By, At)
{
    public override string Summary => $"noted on {Subject.Name}: {Words.Short(Note)}";
    public override string? After => Note;
}
