using System.CommandLine;
using BenchmarkDotNet.Running;
using Fapi.Benchmarks.Full;

namespace Fapi.Benchmarks.Commands;

/// <summary><c>full</c>: BenchmarkDotNet, with whatever arguments it takes.</summary>
internal static class FullCommand
{
    internal static Command Create()
    {
        var rest = new Argument<string[]>(
            "ARGUMENTS")
        { Description = "Arguments of BenchmarkDotNet, such as --filter *Call*." };
        var command = new Command("full", "Runs BenchmarkDotNet: minutes, each case in processes of its own.") { rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed =>
        {
            var arguments = parsed.GetValue(rest)!.Concat(parsed.UnmatchedTokens).ToArray();
            BenchmarkSwitcher.FromTypes([typeof(CallBenchmarks), typeof(LoopbackBenchmarks), typeof(SigningBenchmarks)])
                .Run(arguments.Length == 0 ? ["--filter", "*"] : arguments, FullConfig.Create());
        });
        return command;
    }
}
