using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SigHub.Minutes;

/// <summary>The JSON form of a reading: camelCase, absent values <c>null</c>, enums in kebab-case, lines as <c>[first, last]</c>.</summary>
public static class ReadingJson
{
    public static JsonSerializerOptions OneLine { get; } = Options(indented: false);

    public static JsonSerializerOptions Pretty { get; } = Options(indented: true);

    private static JsonSerializerOptions Options(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
                new LineSpanJson(),
                new TimeJson(),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class LineSpanJson : JsonConverter<LineSpan>
    {
        public override LineSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var pair = JsonSerializer.Deserialize<int[]>(ref reader, options);
            return pair is [var first, var last] ? new(first, last) : throw new JsonException("Lines are two numbers.");
        }

        public override void Write(Utf8JsonWriter writer, LineSpan value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.First);
            writer.WriteNumberValue(value.Last);
            writer.WriteEndArray();
        }
    }

    private sealed class TimeJson : JsonConverter<TimeOnly>
    {
        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TimeOnly.ParseExact(reader.GetString() ?? "", "HH:mm", System.Globalization.CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }
}
