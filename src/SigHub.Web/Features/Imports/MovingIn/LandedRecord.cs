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
    public bool IsTaken => Landing is Landing.New or Landing.Known;
}
