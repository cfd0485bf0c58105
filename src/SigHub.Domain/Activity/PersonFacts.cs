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
