using System.Xml.Linq;
using Regeneration.Tests.Support;

namespace Regeneration.Tests.SpecErrors;

/// <summary>One run of MSBuild that generates from each broken spec, so that its start is paid once.</summary>
public sealed class BrokenBuild : IAsyncLifetime
{
    private const string ServerTime = "operationId: checkServerTime\n      tags: [Market Data]";

    private readonly BuildCopy _copy = new("my files, 币安 & 'co'");

    internal DotnetRun Run { get; private set; } = null!;

    internal IEnumerable<string> GeneratedFiles =>
        Directory.GetFiles(Path.Combine(_copy.Root, "generated"), "*", SearchOption.AllDirectories);

    internal string PathOf(string name) => Path.Combine(_copy.Root, "spec", $"{name}.yaml");

    public async ValueTask InitializeAsync()
    {
        var spec = _copy.Spec;
        var specs = new Dictionary<string, string>
        {
            ["two faults"] = spec.With("minimum: 1, maximum: 125", "minimum: 126, maximum: 125")
                .With("{ status: '418', outcome: Banned }", "{ status: '418', outcome: 'Ba;nned' }"),
            ["no YAML"] = spec.With(ServerTime, ServerTime.TrimEnd(']')),
            ["empty"] = "",
            ["unreadable to NSwag"] = spec.With(
                ServerTime, ServerTime + "\n      deprecated: { by: whom }"),
        };
        foreach (var (name, text) in specs)
        {
            await File.WriteAllTextAsync(PathOf(name), text);
        }

        var project = Path.Combine(_copy.Root, "Broken.proj");
        Project(specs.Keys).Save(project);
        Directory.CreateDirectory(Path.Combine(_copy.Root, "generated"));
        (await _copy.RestoreAsync()).Succeeded();
        Run = await _copy.DotnetAsync("build", project);
    }

    public ValueTask DisposeAsync()
    {
        _copy.Dispose();
        return default;
    }

    private XElement Project(IEnumerable<string> names) => new(
        "Project",
        new XElement("ItemGroup", names.Select(name => new XElement(
            "Broken",
            new XAttribute("Include", Path.Combine(_copy.Project, "Fapi.Sdk.csproj")),
            new XAttribute(
                "AdditionalProperties",
                $"FapiSpec={PathOf(name)};FapiGeneratedDirectory={Path.Combine(_copy.Root, "generated", name)}/")))),
        new XElement(
            "Target",
            new XAttribute("Name", "Build"),
            new XElement("MSBuild", new XAttribute("Projects", "@(Broken)"),
                new XAttribute("Targets", "GenerateFapiClientOnce"), new XAttribute("BuildInParallel", "true"),
                new XAttribute("ContinueOnError", "ErrorAndContinue"))));
}
