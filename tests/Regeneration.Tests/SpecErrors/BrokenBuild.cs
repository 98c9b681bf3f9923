using System.Xml.Linq;
using Regeneration.Tests.Support;

namespace Regeneration.Tests.SpecErrors;

/// <summary>One run of MSBuild that generates from each broken spec, so that its start is paid once.</summary>
public sealed class BrokenBuild : IAsyncLifetime
{
    private readonly BuildCopy _copy = new();
    private string _spec = "";

    internal DotnetRun Run { get; private set; } = null!;

    internal IEnumerable<string> GeneratedFiles => Directory.GetFiles(Path.Combine(_copy.Root, "generated"), "*", SearchOption.AllDirectories);

    public async ValueTask InitializeAsync()
    {
        _spec = _copy.Spec;
        foreach (var broken in BrokenSpec.All)
        {
            var (path, spec) = Of(broken);
            await File.WriteAllTextAsync(path, spec);
        }

        var project = Path.Combine(_copy.Root, "Broken.proj");
        Project().Save(project);
        Directory.CreateDirectory(Path.Combine(_copy.Root, "generated"));
        (await _copy.RestoreAsync()).Succeeded();
        Run = await _copy.DotnetAsync("build", project);
        Assert.NotEqual(0, Run.ExitCode);
    }

    /// <summary>File and text of a broken spec.</summary>
    internal (string Path, string Spec) Of(BrokenSpec broken) =>
        (Path.Combine(_copy.Root, "spec", $"{new string([.. broken.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')])}.yaml"), broken.Change(_spec));

    public ValueTask DisposeAsync()
    {
        _copy.Dispose();
        return default;
    }

    private XElement Project() => new(
        "Project",
        new XElement("ItemGroup", BrokenSpec.All.Select((broken, number) => new XElement(
            "Broken",
            new XAttribute("Include", Path.Combine(_copy.Project, "Fapi.Sdk.csproj")),
            new XAttribute("AdditionalProperties", $"FapiSpec={Of(broken).Path};FapiGeneratedDirectory={Path.Combine(_copy.Root, "generated", $"{number}")}/")))),
        new XElement(
            "Target",
            new XAttribute("Name", "Build"),
            new XElement("MSBuild", new XAttribute("Projects", "@(Broken)"), new XAttribute("Targets", "GenerateFapiClientOnce"), new XAttribute("BuildInParallel", "true"), new XAttribute("ContinueOnError", "ErrorAndContinue"))));
}
