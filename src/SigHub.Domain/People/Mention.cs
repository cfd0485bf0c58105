namespace SigHub.Domain.People;

/// <summary>A name as somebody wrote it, and the person it stands for once that is known.</summary>
public sealed record Mention
{
    public Mention(string name, Guid? personId)
    {
        Name = Words.Name(name, "Somebody who is named needs a name.");
        PersonId = personId;
    }

    public string Name { get; private init; }
    public Guid? PersonId { get; private init; }

    public Mention As(Guid personId) => new(Name, personId);
}
