using Fapi.Contract;
using PublicApi.Tests;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>Every operation of the client, found by looking, with the examples of the spec for what it needs.</summary>
internal static class EveryOperation
{
    private static readonly ContractDocument Spec = ContractVerifier.Embedded().Document;

    internal static IReadOnlyList<(string Name, Func<IFapiClient, Task> CallAsync)> All { get; } =
    [
        .. from method in typeof(IFapiClient).GetMethods()
           let required = SpecArguments.OperationOf(method, Spec).Parameters.Where(parameter => parameter.Required)
           let values = SpecArguments.For(method, required.ToDictionary(p => p.Name, SpecArguments.Example))
           select (method.Name, (Func<IFapiClient, Task>)(client => (Task)method.Invoke(client, values)!)),
    ];

    /// <summary>The same without the counterparts that return the whole response.</summary>
    internal static IEnumerable<(string Name, Func<IFapiClient, Task> CallAsync)> Plain =>
        All.Where(operation => !operation.Name.Contains("WithResponse", StringComparison.Ordinal));
}
