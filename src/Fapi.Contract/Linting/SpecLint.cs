using Fapi.Contract.Loading;

namespace Fapi.Contract.Linting;

/// <summary>Checks whether a client can be generated from a spec, before the generator sees it.</summary>
internal static class SpecLint
{
    private static readonly LintRule[] Rules =
    [
        new OperationIdRule(), new OperationNameRule(), new SecurityTypeRule(), new WeightRule(),
        new RepeatHarmlessRule(), new RequestBodyRule(), new ResponseRule(), new ParameterPlaceRule(),
        new ParameterNameRule(), new ParameterTypeRule(), new BoundsRule(), new TypeNameRule(), new FieldNameRule(),
        new FieldTypeRule(), new EnumNameRule(), new EnvironmentRule(), new ErrorCodeRule(), new OutcomeRule(), new RateLimitRule(),
        new NeededNameRule(),
    ];

    /// <returns>The errors in the order of the spec; of a text that is no OpenAPI document, the first.</returns>
    public static IReadOnlyList<LintError> Check(
        string text, string name, GeneratorSettings settings, HandWrittenCode code)
    {
        try
        {
            var source = SourceDocument.Parse(text, name);
            DocumentLoader.Load(source);
            var spec = new LintedSpec(source.Root, settings, code);
            return [.. Rules.SelectMany(rule => rule.Check(spec)).OrderBy(e => e.Line).ThenBy(e => e.Column)];
        }
        catch (ContractDocumentException e)
        {
            return [new LintError(e)];
        }
    }

    /// <summary>The command that the build runs: prints the errors a line each.</summary>
    /// <param name="arguments">Paths of the spec, of nswag.json and of the folder of the code written by hand.</param>
    /// <param name="output">Takes the errors.</param>
    /// <returns>0 without errors, 1 with errors.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var (spec, settings, code) = (arguments[0], arguments[1], arguments[2]);
        var errors = Check(
            File.ReadAllText(spec),
            spec,
            GeneratorSettings.Parse(File.ReadAllText(settings), settings),
            HandWrittenCode.Read(code));
        foreach (var error in errors)
        {
            output.WriteLine(error);
        }

        return errors.Count == 0 ? 0 : 1;
    }
}
