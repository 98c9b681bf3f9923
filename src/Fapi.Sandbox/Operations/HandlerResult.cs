namespace Fapi.Sandbox;

/// <summary>Either an answer, and then the request was carried out, or a refusal.</summary>
internal readonly record struct HandlerResult(ExchangeAnswer? Answer, Refusal? Refusal)
{
    public static implicit operator HandlerResult(ExchangeAnswer answer) => new(answer, null);

    public static implicit operator HandlerResult(Refusal refusal) => new(null, refusal);
}
