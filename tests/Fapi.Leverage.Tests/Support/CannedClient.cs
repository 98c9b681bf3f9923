using System.Reflection;
using Fapi.Sdk;

namespace Fapi.Leverage.Tests.Support;

/// <summary>An <see cref="IFapiClient"/> without a network, made as an app would mock it.</summary>
public class CannedClient : DispatchProxy
{
    private readonly Dictionary<string, SymbolConfiguration> _symbols = new(StringComparer.Ordinal);

    internal Func<int, Exception?> Fails { get; set; } = _ => null;

    internal static (IFapiClient Client, CannedClient Canned) Create(int symbols = 1)
    {
        var client = Create<IFapiClient, CannedClient>();
        var canned = (CannedClient)(object)client;
        foreach (var number in Enumerable.Range(1, symbols))
        {
            canned.Set($"A{number}", 20, MarginType.Crossed);
        }

        return (client, canned);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        nameof(IFapiClient.FuturesAccountConfigurationAsync) => Task.FromResult(new AccountConfiguration()),
        nameof(IFapiClient.SymbolConfigurationAsync) => Task.FromResult<IReadOnlyList<SymbolConfiguration>>(
            [.. _symbols.Values]),
        nameof(IFapiClient.NotionalAndLeverageBracketsAsync) => Task.FromResult<IReadOnlyList<SymbolBrackets>>([]),
        nameof(IFapiClient.PositionInformationV3Async) => Task.FromResult<IReadOnlyList<PositionInformation>>([]),
        nameof(IFapiClient.ExchangeInformationAsync) => Task.FromResult(
            new ExchangeInformation
            {
                Symbols = [.. _symbols.Keys.Select(name => new SymbolInformation
                {
                    Symbol = name,
                    Status = SymbolStatus.Trading,
                })],
            }),
        nameof(IFapiClient.ChangeInitialLeverageAsync) => ChangeAsync((string)args![0]!, (int)args[1]!),
        nameof(IFapiClient.ChangeMarginTypeAsync) => ChangeAsync((string)args![0]!, (MarginType)args[1]!),
        _ => throw new NotSupportedException(targetMethod.Name),
    };

    private Task<InitialLeverage> ChangeAsync(string symbol, int leverage)
    {
        if (Fails(leverage) is { } failure)
        {
            return Task.FromException<InitialLeverage>(failure);
        }

        Set(symbol, leverage, _symbols[symbol].MarginType);
        return Task.FromResult(new InitialLeverage { Symbol = symbol, Leverage = leverage });
    }

    private Task<Confirmation> ChangeAsync(string symbol, MarginType marginType)
    {
        Set(symbol, _symbols[symbol].Leverage, marginType);
        return Task.FromResult(new Confirmation());
    }

    private void Set(string symbol, int leverage, MarginType marginType)
    {
        lock (_symbols)
        {
            _symbols[symbol] = new()
            {
                Symbol = symbol,
                Leverage = leverage,
                MarginType = marginType,
                MaxNotionalValue = "inf",
            };
        }
    }
}
