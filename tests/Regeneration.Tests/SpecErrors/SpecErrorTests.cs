namespace Regeneration.Tests.SpecErrors;

/// <summary>A spec that nothing can be generated from gives one error that says what is wrong and where.</summary>
public sealed class SpecErrorTests(BrokenBuild build) : IClassFixture<BrokenBuild>
{
    public static TheoryData<string> Names => [.. BrokenSpec.All.Select(broken => broken.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_spec_gives_one_error_with_its_line(string name)
    {
        var broken = BrokenSpec.All.Single(candidate => candidate.Name == name);
        var (path, spec) = build.Of(broken);

        var error = Assert.Single(build.Run.Errors, error => error.StartsWith(path, StringComparison.Ordinal));

        var line = broken.Fault.Length == 0 ? 1 : spec[..spec.IndexOf(broken.Fault, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Assert.StartsWith($"{path}({line}): error FAPI001: The client cannot be generated from the spec: ", error, StringComparison.Ordinal);
        Assert.Contains(broken.Message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_else_is_said_and_nothing_is_left()
    {
        Assert.Equal(BrokenSpec.All.Count, build.Run.Errors.Count);
        Assert.DoesNotContain("Exception:", build.Run.Output, StringComparison.Ordinal);
        Assert.Empty(build.GeneratedFiles);
    }
}
