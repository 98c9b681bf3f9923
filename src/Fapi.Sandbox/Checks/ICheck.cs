namespace Fapi.Sandbox;

internal interface ICheck
{
    /// <returns>Null when the request may go on to the next check.</returns>
    Refusal? Check(ExchangeCall call);
}
