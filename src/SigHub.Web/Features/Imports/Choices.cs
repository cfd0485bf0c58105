using System.Text.Json;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// What somebody chose while they looked at what was read from a document. Records are named by their keys, which stay the same
/// as long as the document does: kind, first line, and the place among those of that line.
/// </summary>
public record Choices
{
    /// <summary>In a choice of a person or of a known record: neither of those, something new.</summary>
    public static readonly Guid SomethingNew = Guid.Empty;

    /// <summary>The group that the document is about; null: the one it names itself.</summary>
    public Guid? Into { get; init; }

    /// <summary>Days for meetings whose minutes give none, or a wrong one, by their place in the reading.</summary>
    public IReadOnlyDictionary<int, DateOnly> Dates { get; init; } = new Dictionary<int, DateOnly>();

    /// <summary>Whether promises inside the notes become actions too.</summary>
    public bool TakePromises { get; init; }

    /// <summary>Records that are not taken in.</summary>
    public IReadOnlyList<string> Declined { get; init; } = [];

    /// <summary>What records say instead of what was read.</summary>
    public IReadOnlyDictionary<string, Edit> Edits { get; init; } = new Dictionary<string, Edit>();

    /// <summary>Which known action, decision or milestone a record is; see <see cref="SomethingNew"/>.</summary>
    public IReadOnlyDictionary<string, Guid> SameAs { get; init; } = new Dictionary<string, Guid>();

    /// <summary>Who a name in the document stands for; see <see cref="SomethingNew"/>.</summary>
    public IReadOnlyDictionary<string, Guid> People { get; init; } = new Dictionary<string, Guid>();

    /// <summary>Whether a known record takes over what the document says otherwise, by "key/field".</summary>
    public IReadOnlyDictionary<string, bool> TakenOver { get; init; } = new Dictionary<string, bool>();

    /// <summary>Findings and uncertain records that somebody looked at and found right.</summary>
    public IReadOnlyList<string> Settled { get; init; } = [];

    /// <summary>As an arrival keeps them.</summary>
    public string Write() => JsonSerializer.Serialize<Choices>(new Choices(this));

    public static Choices Read(string written) =>
        written.Length == 0 ? new Choices() : JsonSerializer.Deserialize<Choices>(written) ?? new Choices();
}

/// <summary>The fields of a record that can be edited in a review; null where a record has none of that kind, or it is empty.</summary>
public sealed record Edit
{
    /// <summary>The words of an action, a decision or an agenda item; the title of a milestone or a meeting; a person's name.</summary>
    public string? Text { get; init; }

    /// <summary>Owners, with commas between them.</summary>
    public string? Who { get; init; }

    public DateOnly? Due { get; init; }

    public string? Status { get; init; }

    public string? Period { get; init; }

    public string? Affiliation { get; init; }

    public string? Role { get; init; }
}
