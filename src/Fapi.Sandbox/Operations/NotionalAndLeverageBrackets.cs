namespace Fapi.Sandbox.Operations;

/// <summary>Lists the brackets of the symbols; those of the one that was sent come without the list.</summary>
internal sealed class NotionalAndLeverageBrackets(ErrorTable errors, SandboxSymbols symbols) : IOperationHandler
{
    public ExchangeResponse Handle(ExchangeCall call) => symbols.Respond(
        call, errors, symbol => [new { symbol = symbol.Name, brackets = Brackets(symbol) }], isBare: true);

    private static IEnumerable<object> Brackets(SandboxSymbol symbol)
    {
        var (floor, ratio, cum) = (0L, 0m, 0m);
        foreach (var (bracket, number) in symbol.Brackets.Select((bracket, index) => (bracket, index + 1)))
        {
            var cap = bracket.NotionalCap is { } limit ? (long)limit : long.MaxValue;
            var before = ratio;
            ratio = SandboxSymbol.MaintenanceRatioAt(bracket.InitialLeverage);
            cum += floor * (ratio - before);
            yield return new
            {
                bracket = number,
                initialLeverage = bracket.InitialLeverage,
                notionalCap = cap,
                notionalFloor = floor,
                maintMarginRatio = ratio,
                cum,
            };
            floor = cap;
        }
    }
}
