namespace Architecture.Tests;

public sealed class ProjectRuleTests
{
    public static TheoryData<string> Projects => [.. Repository.Projects.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_uses_only_what_its_row_allows(string project) =>
        Assert.Empty(ProjectRules.Violations(Repository.Projects[project], Repository.Projects));

    [Theory]
    [InlineData("Fapi.Sandbox", """<ProjectReference Include="../Fapi.Sdk/Fapi.Sdk.csproj" />""", "Fapi.Sandbox must not know Fapi.Sdk.")]
    [InlineData("Fapi.Sandbox", """<ProjectReference Include="../Fapi.Sdk.Ed25519/Fapi.Sdk.Ed25519.csproj" />""", "Fapi.Sandbox must not know Fapi.Sdk.Ed25519.", "Fapi.Sandbox must not know Fapi.Sdk.")]
    [InlineData("Fapi.Sdk", """<PackageReference Include="NSwag.Core.Yaml" />""", "Fapi.Sdk must not use the package NSwag.Core.Yaml.")]
    [InlineData("Fapi.Sdk", """<InternalsVisibleTo Include="Leverage" />""", "Fapi.Sdk shows its internals to Leverage.")]
    [InlineData("Fapi.Contract", """<PackageReference Include="WireMock.Net.Minimal" />""", "Fapi.Contract must not use the package WireMock.Net.Minimal.")]
    [InlineData("SpecLint", """<Compile Include="../../src/Fapi.Sdk/**/*.cs" />""", "SpecLint must not know Fapi.Sdk.")]
    [InlineData("Newcomer", "", "Newcomer has no row in ProjectRules.Table: write down what it may use.")]
    [InlineData("Fapi.Sandbox", """<ProjectReference Include="../Fapi.Contract/Fapi.Contract.csproj" />""")]
    public void Violation_is_named(string project, string item, params string[] expected)
    {
        var changed = ProjectFile.Parse($"/repository/{project}.csproj", $"<Project><ItemGroup>{item}</ItemGroup></Project>");

        Assert.Equal(expected, ProjectRules.Violations(changed, Repository.Projects));
    }
}
