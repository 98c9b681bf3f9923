namespace Fapi.Contract;

/// <summary>The reaction of <see cref="ContractCheckingHandler"/> to findings.</summary>
public enum ContractFindingAction
{
    /// <summary>Throw <see cref="ContractViolationException"/>; the default.</summary>
    Throw,

    /// <summary>Let the message pass and keep the findings in <see cref="ContractCheckingHandler.Findings"/>.</summary>
    Collect,
}
