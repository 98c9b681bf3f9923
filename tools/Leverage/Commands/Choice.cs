using System.CommandLine;

namespace Fapi.Leverage.Tool.Commands;

/// <summary>Makes options that take one of a few values, and words what is wrong with any other.</summary>
internal static class Choice
{
    internal static Option<string> Create(string name, params string[] values)
    {
        var option = new Option<string>(name);
        option.CompletionSources.Add(values);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !values.Contains(token.Value)))
            {
                result.AddError(
                    $"{name} is '{token.Value}'; it has to be {string.Join(", ", values[..^1])} or {values[^1]}.");
            }
        });
        return option;
    }
}
