using System.CommandLine;
using Fapi.SpecCheck.Formats;
using Fapi.SpecCheck.Rules;
using Fapi.SpecCheck.Wording;
using Spectre.Console;

namespace Fapi.SpecCheck.Commands;

/// <summary><c>rules</c>: the rule table.</summary>
internal static class RulesCommand
{
    public static Command Create(AppContext context)
    {
        var language = CommonOptions.Language();
        var command = new Command("rules", "Lists the rules with severity, direction and what silence of the docs means.") { language };
        command.SetAction(parsed =>
        {
            var wordings = Wordings.In(parsed.GetValue(language)!);
            var table = new Table { Border = TableBorder.Square };
            table.AddColumns(
                wordings["rule"], wordings["severity"], wordings["direction"], wordings["silence"], wordings["finding"]);
            foreach (var rule in RuleTable.All)
            {
                table.AddRow(
                    rule.Id, wordings.Of(rule.Severity), wordings.Of(rule.Direction), wordings.Of(rule.Silence), wordings.Title(rule));
            }

            Terminal.On(context.Output, null).Write(table);
            return 0;
        });
        return command;
    }
}
