namespace Regeneration.Tests.SpecErrors;

/// <summary>The build prints the errors of a spec that nothing can be generated from; the lint's own tests have
/// every fault.</summary>
[Trait("Speed", "Slow")]
public sealed class SpecErrorTests(BrokenBuild build) : IClassFixture<BrokenBuild>
{
    [Theory]
    [InlineData(
        "two faults", "minimum: 126",
        "Parameter 'leverage' of 'changeInitialLeverage' allows no value: its minimum is 126, its maximum 125.")]
    [InlineData(
        "two faults", "'Ba;nned'",
        "Rule 'Ba;nned' of 'x-outcomes' is none of Unknown, Refused, RateLimited, Banned, Unavailable, AlreadySet.")]
    [InlineData("no YAML", "tags: [Market Data\n", "not readable as YAML: ")]
    [InlineData("empty", "", "the document is empty.")]
    [InlineData("unreadable to NSwag", "", "the generator says: ")]
    public void An_error_of_the_spec_is_one_of_the_build_with_file_and_line(string name, string fault, string message)
    {
        var spec = File.ReadAllText(build.PathOf(name));
        var line = spec[..spec.IndexOf(fault, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

        Assert.True(
            build.Run.Errors.Count(error => error.StartsWith($"{build.PathOf(name)}({line},", StringComparison.Ordinal)
                && error.Contains("): error FAPI001: The client cannot be generated from the spec: " + message,
                    StringComparison.Ordinal)) == 1,
            $"line {line}: {message}\n{string.Join('\n', build.Run.Errors)}");
    }

    [Fact]
    public void Nothing_else_is_said_and_nothing_is_left()
    {
        Assert.NotEqual(0, build.Run.ExitCode);
        Assert.Equal(5, build.Run.Errors.Count);
        Assert.Empty(build.GeneratedFiles);
    }
}
