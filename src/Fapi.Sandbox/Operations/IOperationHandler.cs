namespace Fapi.Sandbox.Operations;

/// <summary>Carries out one operation, once all checks have passed.</summary>
internal interface IOperationHandler
{
    ExchangeResponse Handle(ExchangeCall call);

    /// <returns>The operation's own refusal of a value out of the contract's bounds; null for the common one.</returns>
    ExchangeResponse? OutOfRange(ContractParameter parameter, string value) => null;
}
