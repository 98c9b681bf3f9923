using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fapi.Sdk.Tests.Telemetry;

/// <summary>The Grafana dashboard of the package, as far as its queries go.</summary>
internal sealed partial class Dashboard
{
    private readonly JsonElement _root;

    private Dashboard(JsonElement root) => _root = root;

    internal static Dashboard Load()
    {
        var root = typeof(Dashboard).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "RepositoryRoot").Value!;
        return new Dashboard(
            JsonDocument.Parse(
                File.ReadAllText(Path.Combine(root, "src/Fapi.Sdk/Telemetry/grafana.json"))).RootElement);
    }

    internal IEnumerable<JsonElement> Panels => _root.GetProperty("panels").EnumerateArray();

    internal IEnumerable<JsonElement> Variables => _root.GetProperty("templating").GetProperty("list").EnumerateArray();

    /// <summary>What the panels ask, and what fills the variables.</summary>
    internal IReadOnlyList<string> Expressions =>
    [
        .. Panels.SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("expr").GetString()!),
        .. Variables.Where(variable => variable.TryGetProperty("definition", out _))
            .Select(variable => variable.GetProperty("definition").GetString()!),
    ];

    /// <summary>The series that an expression selects, and the labels that it selects them by.</summary>
    internal static IEnumerable<(string Metric, IReadOnlyList<string> Labels)> Selections(string expression) =>
        Selection().Matches(expression).Select(match => (
            match.Groups[1].Value,
            (IReadOnlyList<string>)[.. Label().Matches(match.Groups[2].Value).Select(label => label.Groups[1].Value)]));

    /// <summary>The labels that remain of what an expression selects, by aggregation or as the value of a
    /// variable.</summary>
    internal static IEnumerable<string> Kept(string expression) =>
        By().Matches(expression).SelectMany(match => match.Groups[1].Value.Split(", "))
            .Concat(ValuesOf().Matches(expression).Select(match => match.Groups[1].Value));

    /// <summary>An expression without its selections and aggregations: functions and numbers.</summary>
    internal static string Rest(string expression) =>
        ValuesOf().Replace(By().Replace(Selection().Replace(expression, ""), ""), "");

    [GeneratedRegex(@"([a-zA-Z_:][\w:]*)\{([^}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Selection();

    [GeneratedRegex(@"(\w+)\s*(?:=~|!~|!=|=)", RegexOptions.NonBacktracking)]
    private static partial Regex Label();

    [GeneratedRegex(@"\bby \(([^)]*)\)", RegexOptions.NonBacktracking)]
    private static partial Regex By();

    [GeneratedRegex(@", (\w+)\)$", RegexOptions.NonBacktracking)]
    private static partial Regex ValuesOf();
}
