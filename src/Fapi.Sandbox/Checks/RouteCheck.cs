using Fapi.Sandbox.Operations;

namespace Fapi.Sandbox.Checks;

/// <summary>-1020 with status 404 for what the contract does not offer.</summary>
internal sealed class RouteCheck(ErrorTable errors) : ICheck
{
    public ExchangeResponse? Check(ExchangeCall call) => call.Match is null
        ? errors.Refuse("UNSUPPORTED_OPERATION", status: 404)
        : null;
}
