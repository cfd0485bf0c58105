namespace SigHub.Domain.Activity;

public sealed record PersonRenamed(Subject Person, Guid By, DateTime At) : Fact(Person, By, At)
{
    public override string Summary => "changed a name";
    public override Guid? About => Subject.Id;
}

public sealed record PersonClaimed(Subject Person, Guid By, DateTime At) : Fact(Person, By, At)
{
    public override string Summary => "confirmed that an account belongs to a person";
    public override Guid? About => Subject.Id;
}

public sealed record PersonErased(Subject Person, Guid By, DateTime At) : Fact(Person, By, At)
{
    public override string Summary => "erased what was kept on a person";
}

public sealed record PeopleMerged(Subject Person, Guid By, DateTime At) : Fact(Person, By, At)
{
    public override string Summary => "said that two persons are one";
    public override Guid? About => Subject.Id;
}

public sealed record PeopleSeparated(Subject Person, Guid By, DateTime At) : Fact(Person, By, At)
{
    public override string Summary => "said that two persons are two after all";
    public override Guid? About => Subject.Id;
}

public sealed record PersonAskedFor(Subject Person, Guid By, DateTime At) : Fact(Person, By, At)
{
    public override string Summary => "asked to be known as a person of the minutes";
    public override Guid? About => Subject.Id;
}

public sealed record PersonClaimDecided(Subject Person, Guid By, DateTime At, Guid ClaimantId, bool IsGranted)
    : Fact(Person, By, At)
{
    public override string Summary => IsGranted ? "confirmed who somebody is" : "did not confirm who somebody is";
    public override Guid? About => ClaimantId;
}
