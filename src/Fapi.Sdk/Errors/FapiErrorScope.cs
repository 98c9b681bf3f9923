namespace Fapi.Sdk;

/// <summary>What a refusal of the exchange is about.</summary>
public enum FapiErrorScope
{
    /// <summary>This request; another may be accepted.</summary>
    Request = 0,

    /// <summary>The state of the account, which its owner can change: a position, an order or a mode.</summary>
    State,

    /// <summary>The account or its key: the next request is refused too.</summary>
    Account,
}
