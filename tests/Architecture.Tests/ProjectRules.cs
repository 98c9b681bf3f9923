namespace Architecture.Tests;

/// <summary>What one project may use: other projects, and packages by the beginning of their names.</summary>
internal sealed record ProjectRule(string[] Projects, params string[] Packages)
{
    /// <summary>Who may see its internals, apart from tests.</summary>
    internal string[] Friends { get; init; } = [];
}

/// <summary>The table of the design: which project may use what. A project without a row is refused.</summary>
internal static class ProjectRules
{
    private static readonly string[] SdkPackages =
        ["Newtonsoft.Json", "Microsoft.Extensions.", "Polly.Core", "NSwag.MSBuild", "BouncyCastle.Cryptography",
            "Microsoft.Bcl.", "System."];

    internal static IReadOnlyDictionary<string, ProjectRule> Table { get; } = new Dictionary<string, ProjectRule>(
        StringComparer.Ordinal)
    {
        ["Fapi.Sdk"] = new([], SdkPackages),
        ["Fapi.Sdk.Ed25519"] = new(["Fapi.Sdk"], "BouncyCastle.Cryptography"),
        ["Fapi.Sdk.HealthChecks"] = new(["Fapi.Sdk"], "Microsoft.Extensions.Diagnostics.HealthChecks"),
        ["Fapi.Sdk.Redis"] = new(["Fapi.Sdk"], "StackExchange.Redis", "Microsoft.Extensions.", "System."),
        ["Fapi.Leverage"] = new(["Fapi.Sdk"], "YamlDotNet"),
        ["Fapi.Contract"] = new(
            [], "NJsonSchema", "NSwag.Core.Yaml", "YamlDotNet", "Newtonsoft.Json")
        { Friends = ["SpecCheck"] },
        ["Fapi.Sandbox"] = new(["Fapi.Contract"], "WireMock.Net", "NSec.Cryptography", "Microsoft.IdentityModel.",
            "Microsoft.Extensions."),
        ["Leverage"] = new(["Fapi.Sdk", "Fapi.Sdk.Ed25519", "Fapi.Leverage", "Fapi.Contract", "Fapi.Sandbox"],
            "Spectre.Console", "System.CommandLine", "Microsoft.Extensions."),
        ["SpecCheck"] = new(["Fapi.Contract"], "AngleSharp", "Fluid.Core", "Markdig", "NJsonSchema", "Spectre.Console",
            "System.CommandLine", "YamlDotNet"),
        ["SpecLint"] = new(["Fapi.Contract"], "NJsonSchema", "YamlDotNet"),
    };

    /// <summary>All that is wrong with what a project uses, directly or by way of another project.</summary>
    internal static IEnumerable<string> Violations(ProjectFile project, IReadOnlyDictionary<string, ProjectFile> all)
    {
        if (!Table.TryGetValue(project.Name, out var rule))
        {
            return [$"{project.Name} has no row in ProjectRules.Table: write down what it may use."];
        }

        return
        [
            .. Reached(project, all).Concat(project.LinkedProjects).Where(used => !rule.Projects.Contains(used))
                .Select(used => $"{project.Name} must not know {used}."),
            .. project.Packages.Where(
                package => !rule.Packages.Any(start => package.StartsWith(start, StringComparison.Ordinal)))
                .Select(package => $"{project.Name} must not use the package {package}."),
            .. project.Friends.Where(
                friend => !friend.EndsWith(".Tests", StringComparison.Ordinal) && !rule.Friends.Contains(friend))
                .Select(friend => $"{project.Name} shows its internals to {friend}."),
        ];
    }

    /// <summary>The projects that this one references, and those that they reference.</summary>
    internal static IEnumerable<string> Reached(ProjectFile project, IReadOnlyDictionary<string, ProjectFile> all) =>
        project.Projects.Concat(project.Projects.Where(all.ContainsKey).SelectMany(name => Reached(all[name], all)))
            .Distinct();
}
