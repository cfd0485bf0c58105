namespace SigHub.Web.Features.Imports;

/// <summary>A document on the import page, from being brought to having moved in.</summary>
public sealed class HeldDocument(Upload upload)
{
    public Upload Upload { get; set; } = upload;

    /// <summary>Null until it was read, or when it cannot be.</summary>
    public ReviewDocument.Review? Review { get; set; }

    /// <summary>Why it was refused, in a sentence.</summary>
    public string? Problem { get; set; }

    public AcceptDocument.MovedIn? MovedIn { get; set; }

    /// <summary>It can be accepted as it is.</summary>
    public bool IsReady => MovedIn is null && Review is { Problem: null, Earlier: null, Undated.Count: 0 };

    public int Taken => Review?.Records.Count(record => record.IsTaken) ?? 0;

    public int ToLookAt => Review is null ? 0 : Review.Findings.Count + Review.Undated.Count;
}
