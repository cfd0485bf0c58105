namespace SigHub.Domain.Activity;

/// <summary>A document moved in, with so many records.</summary>
public sealed record MinutesImported(Subject Document, Guid By, DateTime At, int Records) : Fact(Document, By, At)
{
    public override string Summary =>
        $"imported {Subject.Name}: {(Records == 1 ? "one record" : Records.Invariant() + " records")}";
}

/// <summary>What a document had brought was taken out again.</summary>
public sealed record ImportTakenBack(Subject Document, Guid By, DateTime At, int Records) : Fact(Document, By, At)
{
    public override string Summary =>
        $"took back the import of {Subject.Name}: {(Records == 1 ? "one record" : Records.Invariant() + " records")}";
}
