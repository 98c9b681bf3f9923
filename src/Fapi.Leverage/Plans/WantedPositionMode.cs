namespace Fapi.Leverage;

/// <summary>Position mode that a plan wants for the account.</summary>
public enum WantedPositionMode
{
    /// <summary>One position for each symbol.</summary>
    OneWay,

    /// <summary>A long and a short position side by side.</summary>
    Hedge,
}
