namespace SigHub.Minutes.Tests;

public sealed class Reading_as_specified
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Specifications");

    public static TheoryData<string> Names =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.md")
                .Order(StringComparer.Ordinal)
                .SelectMany(Specification.In)
                .Select(each => each.Name),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_example_reads_as_written(string name)
    {
        var example = Directory
            .EnumerateFiles(Folder, "*.md")
            .SelectMany(Specification.In)
            .Single(each => each.Name == name);

        Notation.Of(MinutesReader.Read(example.Path, example.Document)).ShouldBe(example.Reading.TrimEnd());
    }

    [Fact]
    public void There_are_examples() => Names.Count.ShouldBeGreaterThan(20);
}
