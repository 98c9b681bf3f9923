namespace Fapi.Contract;

/// <summary>What <see cref="ContractCheckingHandler"/> does with findings.</summary>
public enum ContractFindingAction
{
    /// <summary>Throw <see cref="ContractViolationException"/>; the default.</summary>
    Throw,

    /// <summary>Let the message pass and keep the findings in <see cref="ContractCheckingHandler.Findings"/>.</summary>
    Collect,
}
