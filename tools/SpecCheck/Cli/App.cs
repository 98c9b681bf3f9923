using System.CommandLine;
using System.CommandLine.Help;

namespace Fapi.SpecCheck.Cli;

/// <summary>The <c>spec-check</c> command line.</summary>
/// <param name="time">Clock for dates and waivers.</param>
/// <param name="handler">Responds to requests for pages; null for the network.</param>
internal sealed class App(TimeProvider time, Func<HttpMessageHandler>? handler = null)
{
    /// <summary>Runs one command line and returns its exit code; never throws.</summary>
    public async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter errors, CancellationToken cancellation = default)
    {
        var parsed = Root(output, errors).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action?.ClearsParseErrors is not true)
        {
            foreach (var error in parsed.Errors)
            {
                errors.WriteLine(error.Message);
            }

            errors.WriteLine("Run `spec-check --help`, or `--help` after a command, for what is allowed.");
            return (int)Outcome.WrongInput;
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,
            };
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (WrongInputException error)
        {
            errors.WriteLine(error.Message);
            return (int)Outcome.WrongInput;
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("Cancelled; nothing is said about drift.");
        }
        catch (Exception error)
        {
            // The last resort: no stack trace reaches a user, and a defect never looks like a result.
            errors.WriteLine($"spec-check failed, which is a defect of it: {error.GetType().Name}: {error.Message}");
        }

        return (int)Outcome.CouldNotCheck;
    }

    private RootCommand Root(TextWriter output, TextWriter errors)
    {
        var context = new CommandContext(time, handler, output, errors);
        var root = new RootCommand("Checks an OpenAPI document against the documentation pages it was written from.")
        {
            CheckCommand.Create(context),
            FactsCommand.Create(context),
            LockCommand.Create(context),
            DraftCommand.Create(context),
            RulesCommand.Create(context),
        };
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
        }

        return root;
    }
}

/// <summary>Surroundings of a command: clock, network and streams.</summary>
internal sealed record CommandContext(
    TimeProvider Time, Func<HttpMessageHandler>? Handler, TextWriter Output, TextWriter Errors)
{
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
}
