using System.Xml.Linq;

namespace SigHub.Minutes.Tests;

/// <summary>The library is published by itself.</summary>
public sealed class Standing_alone
{
    [Fact]
    public void It_depends_on_nothing_but_the_framework() =>
        typeof(MinutesReader)
            .Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void Every_public_type_says_what_it_is()
    {
        var library = typeof(MinutesReader).Assembly;
        var documented = XDocument
            .Load(Path.ChangeExtension(library.Location, ".xml"))
            .Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet();

        documented.ShouldNotBeEmpty();
        library.ExportedTypes.Where(type => !documented.Contains($"T:{type.FullName}")).ShouldBeEmpty();
    }
}
