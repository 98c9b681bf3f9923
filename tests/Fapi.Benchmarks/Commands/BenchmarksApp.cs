using System.CommandLine;
using Fapi.Benchmarks.Wire;

namespace Fapi.Benchmarks.Commands;

/// <summary>The commands of this program.</summary>
internal static class BenchmarksApp
{
    private const int WrongInput = 2;

    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var serve = new Command(ServerProcess.Command) { Hidden = true };
        serve.SetAction((_, _) => ServerProcess.ServeAsync());
        var root = new RootCommand(
            "Measures the client of this repository against others.") { QuickCommand.Create(), FullCommand.Create(),
                serve };
        var parsed = root.Parse(args);
        foreach (var mistake in parsed.Errors)
        {
            await error.WriteLineAsync(mistake.Message);
        }

        if (parsed.Errors.Count > 0)
        {
            return WrongInput;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (WireCheckException e)
        {
            await error.WriteLineAsync(e.Message);
            return WrongInput;
        }
    }
}
