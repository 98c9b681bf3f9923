using System.Diagnostics;

namespace Fapi.SpecReview.Sides;

/// <summary>A dotnet command that leaves no build server behind and takes over nothing of a build that runs it: no state leaks from one into the next.</summary>
internal static class DotnetCommand
{
    internal static ProcessStartInfo Of(string folder, params string[] arguments)
    {
        string[] isolated = arguments[0] is "build" or "clean" or "restore"
            ? ["--disable-build-servers", "-nodeReuse:false", "-nologo", "-tl:off", "-v:minimal"]
            : [];
        var start = new ProcessStartInfo("dotnet", [.. arguments, .. isolated]) { WorkingDirectory = folder };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        return start;
    }

    /// <summary>The errors of a build, each once: it repeats them at its end.</summary>
    internal static IReadOnlyList<string> ErrorsOf(string output) =>
        [.. output.Split('\n').Select(line => line.Trim()).Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
}
