using Fapi.Contract;

namespace Fapi.Sandbox;

/// <summary>What the exchange does for one operation, once all checks have passed.</summary>
internal interface IOperationHandler
{
    HandlerResult Handle(ExchangeCall call);

    /// <returns>How this operation refuses a value out of the contract's bounds; null for the common way.</returns>
    Refusal? OutOfRange(ContractParameter parameter, string value) => null;
}
