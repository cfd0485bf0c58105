using SigHub.Domain.Groups;

namespace SigHub.Domain.Activity;

public sealed record GroupCreated(Subject Group, Guid By, DateTime At) : Fact(Group, By, At)
{
    public override string Summary => $"created the group {Subject.Name}";
}

public sealed record GroupRenamed(Subject Group, Guid By, DateTime At, string OldName, string NewName)
    : Fact(Group, By, At)
{
    public override string Summary => $"renamed {OldName} to {NewName}";
    public override string? Before => OldName;
    public override string? After => NewName;
}

public sealed record GroupsMerged(Subject Group, Guid By, DateTime At, string GoneName) : Fact(Group, By, At)
{
    public override string Summary => $"merged {GoneName} into {Subject.Name}";
}

public sealed record GroupDescribed(Subject Group, Guid By, DateTime At, string What, string OldText, string NewText)
    : Fact(Group, By, At)
{
    public override string Summary => $"changed the {What} of {Subject.Name}";
    public override string? Before => OldText;
    public override string? After => NewText;
}

public sealed record GroupMoved(Subject Group, Guid By, DateTime At, Guid? OldParentId, Guid? NewParentId)
    : Fact(Group, By, At)
{
    public override string Summary =>
        NewParentId is null ? $"moved {Subject.Name} to the top" : $"moved {Subject.Name} below another group";
}

public sealed record GroupStateChanged(Subject Group, Guid By, DateTime At, GroupState From, GroupState To)
    : Fact(Group, By, At)
{
    public override string Summary => $"set {Subject.Name} to {To.ToString().ToLowerInvariant()}";
    public override string? Before => From.ToString();
    public override string? After => To.ToString();
}

/// <summary>A group, or something in it, is shown to more or fewer people.</summary>
public sealed record VisibilityChanged(Subject What, Guid By, DateTime At, Visibility From, Visibility To)
    : Fact(What, By, At)
{
    public override string Summary => $"made {Subject.Name} {To.Name()}";
    public override string? Before => From.Name();
    public override string? After => To.Name();
}

public sealed record MemberJoined(Subject Membership, Guid By, DateTime At, Guid PersonId, Role Role)
    : Fact(Membership, By, At)
{
    public override string Summary => $"gave the role of {Role.Name()}";
    public override Guid? About => PersonId;
}

public sealed record RoleConfirmed(Subject Membership, Guid By, DateTime At, Guid PersonId, Role Role)
    : Fact(Membership, By, At)
{
    public override string Summary => $"confirmed the role of {Role.Name()}";
    public override Guid? About => PersonId;
}

public sealed record MembershipEnded(Subject Membership, Guid By, DateTime At, Guid PersonId, Role Role, DateOnly On)
    : Fact(Membership, By, At)
{
    public override string Summary => $"ended the role of {Role.Name()} on {On.InWords()}";
    public override Guid? About => PersonId;
}
