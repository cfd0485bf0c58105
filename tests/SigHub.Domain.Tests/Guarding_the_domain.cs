namespace SigHub.Domain.Tests;

public sealed class Guarding_the_domain
{
    [Fact]
    public void It_references_nothing_but_the_framework()
    {
        var names = typeof(RuleBroken).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();

        names.ShouldNotBeEmpty();
        names.ShouldAllBe(n => n.StartsWith("System."));
        typeof(Guarding_the_domain).Assembly.GetReferencedAssemblies().ShouldContain(a => a.Name == "FsCheck");
    }
}
