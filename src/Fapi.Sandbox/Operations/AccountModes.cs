namespace Fapi.Sandbox.Operations;

/// <summary>Responds with the example of the contract, in which the modes are those of the account.</summary>
internal sealed class AccountModes : IOperationHandler
{
    public ExchangeResponse Handle(ExchangeCall call)
    {
        var response = call.Example.AsObject();
        foreach (var (field, value) in new[]
        {
            ("dualSidePosition", call.Account!.IsHedgeMode),
            ("multiAssetsMargin", call.Account.IsMultiAssetsMode),
        })
        {
            if (response.ContainsKey(field))
            {
                response[field] = value;
            }
        }

        return ExchangeResponse.FromJson(200, response);
    }
}
