using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SigHub.Domain.Meetings;

/// <content>How it is written down and sent.</content>
public sealed partial class TextChange
{
    private const string NoChange = "This is no change to a text.";

    /// <summary>Longer than any text; sums of two stay far from where numbers end.</summary>
    private const int Limit = 100_000_000;

    private static readonly JsonWriterOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads what <see cref="ToString"/> wrote, and what a browser sends; anything else is refused.</summary>
    public static TextChange Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            throw new RuleBroken(NoChange);
        }
    }

    /// <inheritdoc cref="Parse"/>
    public static TextChange Read(JsonElement steps)
    {
        RuleBroken.If(steps.ValueKind != JsonValueKind.Array, NoChange);
        var change = new TextChange();
        foreach (var step in steps.EnumerateArray())
        {
            if (step.ValueKind == JsonValueKind.String)
                change.Insert(Checked(Words(step)));
            else if (step.ValueKind == JsonValueKind.Number && step.TryGetInt32(out var length) && IsShort(length))
                change.KeepOrRemove(Math.Abs(length), removes: length < 0);
            else
                throw new RuleBroken(NoChange);

            RuleBroken.Unless(IsShort(change.LengthBefore) && IsShort(change.LengthAfter), NoChange);
        }

        return change;
    }

    public override string ToString()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plainly))
        {
            json.WriteStartArray();
            foreach (var step in steps)
            {
                if (step.Text is { } inserted)
                    json.WriteStringValue(inserted);
                else
                    json.WriteNumberValue(step.Removes ? -step.Length : step.Length);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>A string of JSON may hold half a pair.</summary>
    private static string Words(JsonElement step)
    {
        try
        {
            return step.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new RuleBroken(NoChange);
        }
    }

    private static bool IsShort(int length) => length is >= -Limit and <= Limit;

    /// <summary>Lines end with a line feed alone, as in every text field; no character of no use to a database.</summary>
    private static string Checked(string inserted)
    {
        for (var i = 0; i < inserted.Length; i++)
        {
            if (char.IsSurrogatePair(inserted, i))
                i++;
            else
                RuleBroken.If(char.IsSurrogate(inserted[i]) || inserted[i] is '\0' or '\r', NoChange);
        }

        return inserted;
    }
}
