using SigHub.Domain.Groups;

namespace SigHub.Domain.Activity;

public sealed record AccountOpened(Subject Account, Guid By, DateTime At) : Fact(Account, By, At)
{
    public override string Summary => "opened an account";
    public override Guid? About => By;
}

public sealed record AddressConfirmed(Subject Account, Guid By, DateTime At, Guid PersonId) : Fact(Account, By, At)
{
    public override string Summary => "let in";
    public override Guid? About => PersonId;
}

public sealed record AccountDisabled(Subject Account, Guid By, DateTime At, Guid PersonId) : Fact(Account, By, At)
{
    public override string Summary => "disabled the account";
    public override Guid? About => PersonId;
}

public sealed record AccountEnabled(Subject Account, Guid By, DateTime At, Guid PersonId) : Fact(Account, By, At)
{
    public override string Summary => "enabled the account";
    public override Guid? About => PersonId;
}

public sealed record AdministratorMade(Subject Account, Guid By, DateTime At, Guid PersonId) : Fact(Account, By, At)
{
    public override string Summary => "made an administrator";
    public override Guid? About => PersonId;
}

public sealed record AdministratorUnmade(Subject Account, Guid By, DateTime At, Guid PersonId) : Fact(Account, By, At)
{
    public override string Summary => "took the administrator's rights";
    public override Guid? About => PersonId;
}

/// <summary>Somebody made a link that sets a new password, or asked for one by mail.</summary>
public sealed record PasswordResetOffered(Subject Account, Guid By, DateTime At, Guid PersonId) : Fact(Account, By, At)
{
    public override string Summary => "made a link to set a new password";
    public override Guid? About => PersonId;
}

public sealed record PasswordChanged(Subject Account, Guid By, DateTime At) : Fact(Account, By, At)
{
    public override string Summary => "set a new password";
}

/// <summary>A second step, a passkey or a token was added to an account, or taken away.</summary>
public sealed record SignInChanged(Subject Account, Guid By, DateTime At, string What) : Fact(Account, By, At)
{
    public override string Summary => What;
}

public sealed record SignedOutEverywhere(Subject Account, Guid By, DateTime At, Guid PersonId) : Fact(Account, By, At)
{
    public override string Summary => "ended every session";
    public override Guid? About => PersonId;
}

public sealed record SomebodyInvited(Subject Invitation, Guid By, DateTime At, Guid? PersonId, Role? Role)
    : Fact(Invitation, By, At)
{
    public override string Summary =>
        Role is { } role ? $"sent an invitation to be {role.Name()}" : "sent an invitation";
    public override Guid? About => PersonId;
}

public sealed record InvitationRevoked(Subject Invitation, Guid By, DateTime At) : Fact(Invitation, By, At)
{
    public override string Summary => "took an invitation back";
}

public sealed record InvitationAccepted(Subject Invitation, Guid By, DateTime At) : Fact(Invitation, By, At)
{
    public override string Summary => "accepted an invitation";
}

public sealed record PortalChanged(Subject Portal, Guid By, DateTime At, string What, string? Old, string? New)
    : Fact(Portal, By, At)
{
    public override string Summary => $"changed the setting “{What}”";
    public override string? Before => Old;
    public override string? After => New;
}
