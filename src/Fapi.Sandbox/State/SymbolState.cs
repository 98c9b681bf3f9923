namespace Fapi.Sandbox.State;

/// <summary>State of an account for one symbol.</summary>
/// <param name="Leverage">Leverage that was set, whatever the symbol allows now.</param>
/// <param name="IsIsolated">Whether its margin is isolated.</param>
/// <param name="Long">Amount of the long position, 0 or more.</param>
/// <param name="Short">Amount of the short position, 0 or less.</param>
/// <param name="OpenOrders">Number of open orders.</param>
internal sealed record SymbolState(int Leverage, bool IsIsolated, decimal Long, decimal Short, int OpenOrders)
{
    public static SymbolState Initial { get; } = new(20, false, 0, 0, 0);

    public string MarginType => IsIsolated ? SandboxAccount.Isolated : SandboxAccount.Crossed;

    public bool HasPosition => Size > 0;

    public decimal Size => Long - Short;

    public int LeverageOf(SandboxSymbol symbol) => Math.Min(Leverage, symbol.MaxLeverage);
}
