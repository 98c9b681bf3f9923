using System.CommandLine;
using System.ComponentModel;
using Fapi.Contract;
using Fapi.SpecReview.Sides;
using Spectre.Console;

namespace Fapi.SpecReview;

/// <summary>The command: parses, runs, and turns every failure into a sentence and an exit code.</summary>
internal static class ReviewApp
{
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var before = new Argument<string>("BASE") { Description = "Revision to compare with.", DefaultValueFactory = _ => "HEAD" };
        var after = new Argument<string?>("HEAD") { Description = "Revision to review. Default: the working tree.", Arity = ArgumentArity.ZeroOrOne };
        var root = new RootCommand($"""
            Says what a change of the spec means for the users of Fapi.Sdk: public API, whether it breaks them at source
            and at binary level, what the same calls send, and what spec-check thinks of the spec. Builds both sides in
            temporary folders. Other packages: tests/Consumers/compatibility.sh.

            Exit codes: {ExitCodes.Description}
            """)
        {
            before, after,
        };
        root.SetAction((parsed, cancellation) => ReviewAsync(parsed.GetValue(before)!, parsed.GetValue(after), output, cancellation));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await errors.WriteLineAsync($"{parsed.Errors[0].Message} Run with --help to see what is allowed.");
            return ExitCodes.WrongInput;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (ReviewException e)
        {
            await errors.WriteLineAsync(e.Message);
            return e.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Cancelled; nothing is said about the change.");
            return ExitCodes.CouldNotReview;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception or ContractDocumentException)
        {
            await errors.WriteLineAsync(e.Message);
            return ExitCodes.CouldNotReview;
        }
    }

    private static async Task<int> ReviewAsync(string before, string? after, TextWriter output, CancellationToken cancellation)
    {
        var repository = await Repository.OfAsync(Environment.CurrentDirectory, cancellation);
        var folder = Directory.CreateTempSubdirectory("spec-review-");
        try
        {
            var (left, right) = (await repository.RevisionAsync(before, cancellation), await repository.RevisionAsync(after, cancellation));
            await output.WriteLineAsync($"Building {left.Label} and {right.Label} …");
            var sides = await Task.WhenAll(
                Side.BuildAsync(repository, left, Path.Combine(folder.FullName, "before"), cancellation),
                Side.BuildAsync(repository, right, Path.Combine(folder.FullName, "after"), cancellation));
            var review = await Review.OfAsync(repository, sides[0], sides[1], cancellation);
            ReviewReport.Write(review, ConsoleOn(output));
            return review.ExitCode;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A line of a log is as long as what it says.
    private static IAnsiConsole ConsoleOn(TextWriter output)
    {
        var terminal = new AnsiConsoleOutput(output);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = terminal, Ansi = terminal.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = int.MaxValue;
        }

        return console;
    }
}
