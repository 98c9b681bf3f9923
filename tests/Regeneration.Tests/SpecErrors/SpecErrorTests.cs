namespace Regeneration.Tests.SpecErrors;

/// <summary>What the build says of a spec that nothing can be generated from; the lint's own tests have every fault.</summary>
[Trait("Speed", "Slow")]
public sealed class SpecErrorTests(BrokenBuild build) : IClassFixture<BrokenBuild>
{
    [Theory]
    [InlineData("two faults", "(76,", "Parameter 'leverage' of 'changeInitialLeverage' allows no value: its minimum is 126, its maximum 125.")]
    [InlineData("two faults", "(278,", "Rule 'Ba;nned' of 'x-outcomes' is none of Unknown, Refused, RateLimited, Banned, Unavailable.")]
    [InlineData("no YAML", "(94,", "not readable as YAML: While parsing a flow sequence")]
    [InlineData("empty", "(1,", "the document is empty.")]
    [InlineData("unreadable to NSwag", "(95,", "the generator says: ")]
    public void An_error_of_the_spec_is_one_of_the_build_with_file_and_line(string name, string line, string message)
    {
        var error = Assert.Single(build.Run.Errors, error => error.StartsWith(build.PathOf(name) + line, StringComparison.Ordinal));

        Assert.Contains("): error FAPI001: The client cannot be generated from the spec: " + message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_else_is_said_and_nothing_is_left()
    {
        Assert.NotEqual(0, build.Run.ExitCode);
        Assert.Equal(5, build.Run.Errors.Count);
        Assert.Empty(build.GeneratedFiles);
    }
}
