using SigHub.Domain.Activity;
using SigHub.Minutes;

namespace SigHub.Web.Features.Imports.MovingIn;

/// <summary>What becomes of one record of a reading.</summary>
public enum Landing
{
    /// <summary>It makes something that was not known.</summary>
    New,

    /// <summary>It is known already, or tells more about something known.</summary>
    Known,

    /// <summary>Somebody promised it in passing; it stays in the notes unless it is asked for.</summary>
    Promise,

    /// <summary>It cannot be taken in as it stands; the hint says why.</summary>
    LeftOut,

    /// <summary>Somebody looked at it and does not want it.</summary>
    Declined,
}

/// <summary>One record of a reading, in words, with the lines it came from and what becomes of it.</summary>
public sealed record LandedRecord(
    SubjectKind Kind,
    Landing Landing,
    string Text,
    string? Detail,
    LineSpan Lines,
    string? Hint
)
{
    /// <summary>By which choices name it.</summary>
    public string Key { get; init; } = "";

    /// <summary>What it is known as: "A-12".</summary>
    public string? Name { get; init; }

    /// <summary>What can be edited of it, as it stands; null where nothing can.</summary>
    public Edit? Values { get; init; }

    /// <summary>Known records that it may be.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>Somebody said which of the candidates it is, or that it is none.</summary>
    public bool IsDecided { get; init; }

    /// <summary>What the known record says, and the document says otherwise.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>Something known would be other than it is.</summary>
    public bool ChangesSomething { get; init; }

    /// <summary>Somebody looked at what is uncertain about it and found it right.</summary>
    public bool IsSettled { get; init; }

    internal Guid? SubjectId { get; init; }

    public bool IsTaken => Landing is Landing.New or Landing.Known;

    /// <summary>A person should look at it before it is accepted.</summary>
    public bool IsUncertain =>
        Landing is Landing.LeftOut
        || (
            IsTaken
            && !IsSettled
            && (Hint is not null || (Candidates.Count > 0 && !IsDecided) || Differences.Any(one => one.IsOpen))
        );

    /// <summary>It tells something that is not kept yet.</summary>
    public bool IsNews => Landing is not Landing.Known || ChangesSomething || Differences.Count > 0;
}

/// <summary>A known action, decision or milestone that a record may be.</summary>
public sealed record Candidate(Guid Id, string Name, string Text);

/// <summary>One field of a known record that a document words otherwise.</summary>
/// <param name="Key">By which choices name it.</param>
/// <param name="IsTaken">The document's words are taken over.</param>
/// <param name="IsOpen">People changed it here, and nobody has chosen yet: until somebody does, it stays as it is.</param>
public sealed record Difference(string Key, string Field, string Here, string There, bool IsTaken, bool IsOpen);

/// <summary>Who a name in the document is taken for.</summary>
/// <param name="Chosen">Somebody said so.</param>
public sealed record NamedPerson(
    string Name,
    NameStanding Standing,
    Guid? PersonId,
    string? Person,
    IReadOnlyList<PersonChoice> Candidates,
    bool Chosen
);

public sealed record PersonChoice(Guid Id, string Name);

public enum NameStanding
{
    /// <summary>Somebody known.</summary>
    Known,

    /// <summary>Somebody nobody knew.</summary>
    New,

    /// <summary>Several may be meant, or somebody with nearly this name.</summary>
    Unclear,

    /// <summary>Nobody of this name is known in the group; it stays as written until somebody is.</summary>
    AsWritten,
}
