using Fapi.Sandbox.Operations;

namespace Fapi.Sandbox.Checks;

internal interface ICheck
{
    /// <returns>Null when the request may go on to the next check.</returns>
    ExchangeResponse? Check(ExchangeCall call);
}
