using System.CommandLine;
using Fapi.SpecCheck.Report;
using Fapi.SpecCheck.Report.Formats;
using Fapi.SpecCheck.Rules;
using Spectre.Console;

namespace Fapi.SpecCheck.Cli;

/// <summary><c>rules</c>: the rule table.</summary>
internal static class RulesCommand
{
    public static Command Create(CommandContext context)
    {
        var language = CommonOptions.Language();
        var command =
            new Command("rules",
            "Lists the rules with severity, direction and what silence of the docs means.") { language };
        command.SetAction(parsed =>
        {
            var wordings = Wordings.In(parsed.GetValue(language)!);
            var table = new Table { Border = TableBorder.Square };
            table.AddColumns(
                wordings["rule"], wordings["severity"], wordings["direction"], wordings["silence"],
                wordings["finding"]);
            foreach (var rule in RuleTable.All)
            {
                table.AddRow(
                    rule.Id, wordings.Name(rule.Severity), wordings.Name(rule.Direction), wordings.Name(
                        rule.Silence), wordings.Title(rule));
            }

            Terminal.On(context.Output).Write(table);
            return 0;
        });
        return command;
    }
}
