using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Fapi.Leverage.Tool.Commands;

/// <summary>Help that lists each command by the first line of its description; its own help has the rest.</summary>
internal sealed class BriefHelp(HelpAction help) : SynchronousCommandLineAction
{
    /// <summary>Who asks for help is not told what is missing.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        foreach (var command in parseResult.CommandResult.Command.Subcommands)
        {
            command.Description = command.Description!.Split('\n')[0];
        }

        return help.Invoke(parseResult);
    }
}
