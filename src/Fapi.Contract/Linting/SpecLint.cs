using Fapi.Contract.Loading;

namespace Fapi.Contract.Linting;

/// <summary>Checks whether a client can be generated from a spec, before the generator sees it.</summary>
internal static class SpecLint
{
    private static readonly LintRule[] Rules =
    [
        new OperationIdRule(), new OperationNameRule(), new SecurityTypeRule(), new WeightRule(),
        new RepeatHarmlessRule(), new RequestBodyRule(), new FormRule(), new ResponseRule(), new ExampleRule(),
        new ParameterPlaceRule(), new ParameterNameRule(), new ParameterTypeRule(), new HeaderRule(), new BoundsRule(),
        new SchemaTypeRule(), new AlsoRule(), new ExchangeCodeRule(), new TypeNameRule(), new FieldNameRule(),
        new FieldTypeRule(), new EnumNameRule(), new EnvironmentRule(), new ErrorCodeRule(), new OutcomeRule(),
        new RateLimitRule(), new NeededNameRule(),
    ];

    /// <returns>The errors in the order of the spec; of a text that is no OpenAPI document, the first. Without errors
    /// <c>input</c> is the spec as the generator is to read it, in JSON.</returns>
    public static IReadOnlyList<LintError> Check(
        string text, string name, GeneratorSettings settings, HandWrittenCode code, out string input)
    {
        input = "";
        try
        {
            var source = SourceDocument.Parse(text, name);
            DocumentLoader.Load(source);
            GeneratorInput.Prepare(source.Root);
            input = source.Root.Token.ToString();
            var spec = new LintedSpec(source.Root, settings, code);
            return [.. Rules.SelectMany(rule => rule.Check(spec)).OrderBy(e => e.Line).ThenBy(e => e.Column)];
        }
        catch (ContractDocumentException e)
        {
            return [new LintError(e)];
        }
    }

    /// <summary>The command that the build runs: prints the errors a line each, or writes what the generator
    /// reads.</summary>
    /// <param name="arguments">Paths of the spec, of nswag.json, of the folder of the code written by hand, and of the
    /// file to write.</param>
    /// <param name="output">Takes the errors.</param>
    /// <returns>0 without errors, 1 with errors.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var (spec, settings, code) = (arguments[0], arguments[1], arguments[2]);
        var errors = Check(
            File.ReadAllText(spec),
            spec,
            GeneratorSettings.Parse(File.ReadAllText(settings), settings),
            HandWrittenCode.Read(code),
            out var input);
        foreach (var error in errors)
        {
            output.WriteLine(error);
        }

        if (errors.Count > 0)
        {
            return 1;
        }

        File.WriteAllText(arguments[3], input);
        return 0;
    }
}
