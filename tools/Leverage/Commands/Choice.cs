using System.CommandLine.Parsing;

namespace Fapi.Leverage.Tool.Commands;

/// <summary>Options and arguments that take one of a few values, and words for what is wrong with any other.</summary>
internal static class Choice
{
    internal static Option<string> Create(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description };
        option.CompletionSources.Add(values);
        option.Validators.Add(result => Check(result, name, values));
        return option;
    }

    internal static void Restrict(Argument<string> argument, string[] values)
    {
        argument.CompletionSources.Add(values);
        argument.Validators.Add(result => Check(result, argument.Name, values));
    }

    private static void Check(SymbolResult result, string name, string[] values)
    {
        foreach (var token in result.Tokens.Where(token => !values.Contains(token.Value)))
        {
            result.AddError(
                $"{name} is '{token.Value}'; it has to be {string.Join(", ", values[..^1])} or {values[^1]}.");
        }
    }
}
