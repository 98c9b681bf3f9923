namespace Fapi.Sandbox;

/// <summary>What one account has set for one symbol.</summary>
internal sealed record AccountSymbol(int Leverage, bool HasIsolatedPosition)
{
    public static AccountSymbol Initial { get; } = new(20, false);
}
