using Fapi.Contract.Loading;

namespace Fapi.Contract.Linting;

/// <summary>Checks whether a client can be generated from a spec, before the generator sees it.</summary>
internal static class SpecLint
{
    private static readonly Func<LintedSpec, IEnumerable<LintError>>[] Rules =
    [
        OperationLint.Ids, OperationLint.Names, OperationLint.SecurityType, OperationLint.Weight,
        OperationLint.RepeatHarmless, OperationLint.Body, OperationLint.FormOfGet, OperationLint.OutsideOfForm,
        OperationLint.Responses, OperationLint.ResponseExample, ParameterLint.Example, ParameterLint.Place,
        ParameterLint.Names, ParameterLint.Type, ParameterLint.Header, ParameterLint.Bounds, SchemaLint.Type,
        SchemaLint.Also, SchemaLint.ExchangeCode, SchemaLint.TypeNames, SchemaLint.FieldNames, SchemaLint.FieldTypes,
        SchemaLint.EnumNames, FactLint.Environments, FactLint.ErrorCodes, FactLint.Outcomes, FactLint.RateLimits,
        OperationLint.NeededNames,
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
            return [.. Rules.SelectMany(rule => rule(spec)).OrderBy(e => e.Line).ThenBy(e => e.Column)];
        }
        catch (ContractDocumentException e)
        {
            return [new LintError(e)];
        }
    }

    /// <summary>The command that the build runs: prints the errors a line each, or writes what the generator
    /// reads. Takes paths of the spec, of nswag.json, of the folder of the code written by hand, and of the file to
    /// write.</summary>
    /// <returns>0 without errors, 1 with errors.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var (spec, settings, code) = (arguments[0], arguments[1], arguments[2]);
        var nswag = GeneratorSettings.Parse(File.ReadAllText(settings), settings);
        var errors = Check(File.ReadAllText(spec), spec, nswag, HandWrittenCode.Read(code), out var input);
        foreach (var error in errors)
        {
            output.WriteLine(error);
        }

        if (errors.Count == 0)
        {
            File.WriteAllText(arguments[3], input);
        }

        return errors.Count == 0 ? 0 : 1;
    }
}
