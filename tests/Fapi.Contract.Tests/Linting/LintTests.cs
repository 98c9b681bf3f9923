using System.Reflection;
using Fapi.Contract.Linting;

namespace Fapi.Contract.Tests.Linting;

/// <summary>A spec that nothing can be generated from gives one error that says what is wrong and where.</summary>
public sealed class LintTests
{
    private static readonly string Repository = typeof(LintTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private static readonly string Spec = File.ReadAllText(Path.Combine(Repository, "spec", "openapi.yaml"));
    private static readonly HandWrittenCode Code = HandWrittenCode.Read(Path.Combine(Repository, "src", "Fapi.Sdk"));
    private static readonly GeneratorSettings Settings =
        GeneratorSettings.Parse(File.ReadAllText(Path.Combine(Repository, "nswag.json")), "nswag.json");

    public static TheoryData<string> Names => [.. BrokenSpec.All.Select(broken => broken.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_spec_gives_one_error_with_its_line(string name)
    {
        var broken = BrokenSpec.All.Single(candidate => candidate.Name == name);
        var spec = broken.Change(Spec);

        var error = Assert.Single(Lint(spec));

        Assert.Contains(broken.Message, error.Message, StringComparison.Ordinal);
        var line = broken.Fault.Length == 0 ? 1
            : spec[..spec.IndexOf(broken.Fault, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Assert.Equal(line, error.Line);
    }

    [Fact]
    public void The_spec_of_the_SDK_has_no_error() => Assert.Empty(Lint(Spec));

    [Theory]
    [InlineData("{ type: string, enum: [a-b, A-B], x-enumNames: [Low, High] }")]
    [InlineData("{ enum: [A, B] }")]
    public void Enumeration_that_C_sharp_can_name_has_no_error(string schema) =>
        Assert.Empty(Lint(BrokenSpec.Parameter($"{{ name: side, in: query, schema: {schema} }}")(Spec)));

    [Fact]
    public void All_errors_are_told_in_the_order_of_the_spec()
    {
        var errors = Lint(
            Spec.Replace("x-weight: 1", "x-weight: one", StringComparison.Ordinal)
                .Replace("x-security-type: NONE", "x-security-type: SOME", StringComparison.Ordinal));

        string[] operations = ["changeInitialLeverage", "checkServerTime"];
        Assert.Equal(["changeInitialLeverage", "checkServerTime", "checkServerTime"],
            errors.Select(error => error.Message.Split('\'')[1]).Where(operations.Contains));
        Assert.Equal(errors.Select(error => error.Line).Order(), errors.Select(error => error.Line));
    }

    [Fact]
    public void An_error_is_printed_as_MSBuild_reads_it() => Assert.Equal(
        "/a b/openapi.yaml(7,9): error FAPI001: The client cannot be generated from the spec: It is wrong.",
        new LintError("/a b/openapi.yaml", 7, 9, "It is wrong.").ToString());

    private static IReadOnlyList<LintError> Lint(string spec) =>
        SpecLint.Check(spec, "openapi.yaml", Settings, Code, out _);
}
