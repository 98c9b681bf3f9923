namespace Fapi.Contract.Linting;

// What is signed is the query followed by the form, and each attempt appends to the end of it.
internal sealed class FormRule : LintRule
{
    private const string Advice = "put it into the form, as each attempt appends it to what is signed.";

    public override IEnumerable<LintError> Check(LintedSpec spec) =>
        from operation in spec.Operations
        where operation.HasForm
        from fault in Faults(operation, spec.Settings.ExcludedParameters)
        select fault;

    private static IEnumerable<LintError> Faults(LintedOperation operation, IReadOnlySet<string> appended)
    {
        if (operation.Method == "GET")
        {
            yield return operation.Error(null, "is a GET and has a body; put its parameters into the query.");
        }

        foreach (var parameter in operation.Nodes.Where(node => node["x-form"] is null))
        {
            if (parameter["name"]?.Text is { } name && (appended.Contains(name) || name == "recvWindow"))
            {
                yield return operation.Error(parameter, $"has a form, and '{name}' outside of it; {Advice}");
            }
        }
    }
}
