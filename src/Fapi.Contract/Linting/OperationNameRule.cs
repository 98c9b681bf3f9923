namespace Fapi.Contract.Linting;

internal sealed class OperationNameRule : LintRule
{
    private const string Advice = "Change its operationId.";

    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        var taken = new HashSet<string> { "FapiOperations", "MinimumRecvWindow", "MaximumRecvWindow" };
        foreach (var operation in spec.Operations.Where(operation => operation.Id is { Length: > 0 }))
        {
            var name = CSharpName.Operation(operation.Id!);
            if (CSharpName.Take(name, taken) is { } reason)
            {
                yield return operation.Error(null, $"{reason}. {Advice}");
            }
            else if (spec.Code.Methods.Contains(name + "Async"))
            {
                yield return operation.Error(
                    null, $"would be the method {name}Async, which the client has already. {Advice}");
            }
        }
    }
}
