namespace Fapi.Contract.Linting;

internal sealed class OperationNameRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        var taken = new HashSet<string> { "FapiOperations", "MinimumRecvWindow", "MaximumRecvWindow" };
        return
            from operation in spec.Operations
            where operation.Id.Length > 0
            let name = CSharpName.Operation(operation.Id)
            let reason = CSharpName.Take(name, taken) ?? CSharpName.Take(name + "WithResponse", taken)
                ?? (spec.Code.Methods.Contains(name + "Async")
                ? $"would be the method {name}Async, which the client has already"
                : null)
            where reason is not null
            select operation.Error(null, $"{reason}. Change its operationId.");
    }
}
