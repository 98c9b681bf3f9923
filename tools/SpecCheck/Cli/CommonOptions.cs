using System.CommandLine;
using Fapi.SpecCheck.Report;

namespace Fapi.SpecCheck.Cli;

/// <summary>Arguments and options that several commands share.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Pages(ArgumentArity arity)
    {
        var pages = new Argument<string[]>("PAGE")
        {
            Description = "File, folder or https address of a documentation page; any number of them.",
            Arity = arity,
        };
        pages.Validators.Add(result =>
        {
            foreach (var unknown in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError(
                    $"There is no option `{unknown.Value}`; a file of that name is given as `./{unknown.Value}`.");
            }
        });
        return pages;
    }

    public static Option<bool> Live() => new("--live")
    {
        Description = "Fetch the pages that the spec lists for its operations.",
    };

    public static Option<bool> List() => new("--list")
    {
        Description = "Name the operations of the schema that the spec does not have.",
    };

    public static Option<string?> From() => Named(
        "--from", "SCHEMA", "Official schema, file or address, whose operations are named instead of pages.");

    public static Option<string?> Spec()
    {
        var spec = Named("--spec", "FILE", "OpenAPI document, YAML or JSON.");
        spec.DefaultValueFactory = _ => Path.Combine("spec", "openapi.yaml");
        return spec;
    }

    public static Option<string?> Lock() => Named(
        "--lock", "FILE", "What the pages said when they were last read. Default: docs.lock.yaml beside the spec.");

    public static Option<string?> Waivers() => Named(
        "--waivers",
        "FILE",
        "Findings to be silenced for a while. Default: docs.waivers.yaml beside the spec, where there is one.");

    public static Option<string?> Output() => Named(
        "--output",
        "FILE",
        "File to write to instead of the terminal; it is replaced as a whole or not at all.");

    public static Option<string> Severity() => Choice(
        "--severity",
        "Lowest severity that is shown and counts as drift; notes are always shown and never count.",
        ["info", "warning", "error"],
        "warning");

    public static Option<string> Language() => Choice("--language", "Language of the report.", Wordings.Languages);

    /// <summary>An option that takes one of several values, in any case.</summary>
    /// <param name="standard">The value where none is given; null for the first.</param>
    public static Option<string> Choice(
        string name, string description, IReadOnlyCollection<string> values, string? standard = null)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', values),
            DefaultValueFactory = _ => standard ?? values.First(),
            CustomParser = result =>
            {
                var text = result.Tokens[^1].Value;
                var match = values.FirstOrDefault(value => value.Equals(text, StringComparison.OrdinalIgnoreCase));
                if (match is null)
                {
                    result.AddError($"`{text}` is not allowed for {name}; allowed are {string.Join(", ", values)}.");
                }

                return match;
            },
        };
        option.CompletionSources.Add([.. values]);
        return option;
    }

    /// <summary>The file that was named, or the one beside the spec.</summary>
    public static string Beside(string spec, string? named, string name) =>
        named ?? Path.Combine(Path.GetDirectoryName(spec) ?? "", name);

    private static Option<string?> Named(string name, string what, string description) =>
        new(name) { Description = description, HelpName = what };
}
