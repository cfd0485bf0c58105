namespace SigHub.Web.Features.Imports;

/// <summary>A document as somebody brings it, and what they chose while they looked at what was read.</summary>
public sealed record Upload : Choices
{
    public Upload(string fileName, byte[] content) => (FileName, Content) = (fileName, content);

    public Upload(string fileName, byte[] content, Choices choices)
        : base(choices) => (FileName, Content) = (fileName, content);

    public string FileName { get; }

    public byte[] Content { get; }

    /// <summary>What <see cref="Documents.Open"/> found in it; the same words are read once.</summary>
    internal Documents.Opened? Opened { get; set; }
}
