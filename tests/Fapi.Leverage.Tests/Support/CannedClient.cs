using System.Reflection;
using Fapi.Sdk;

namespace Fapi.Leverage.Tests.Support;

/// <summary>An <see cref="IFapiClient"/> without a network, made as an app would mock it.</summary>
public class CannedClient : DispatchProxy
{
    private int _leverage = 20;

    internal Func<int, Exception?> Fails { get; set; } = _ => null;

    internal static (IFapiClient Client, CannedClient Canned) Create()
    {
        var client = Create<IFapiClient, CannedClient>();
        return (client, (CannedClient)(object)client);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        nameof(IFapiClient.FuturesAccountConfigurationAsync) => Task.FromResult(new AccountConfiguration()),
        nameof(IFapiClient.SymbolConfigurationAsync) => Task.FromResult<IReadOnlyList<SymbolConfiguration>>(
            [new() { Symbol = "A", Leverage = _leverage, MarginType = MarginType.Crossed, MaxNotionalValue = "inf" }]),
        nameof(IFapiClient.NotionalAndLeverageBracketsAsync) => Task.FromResult<IReadOnlyList<SymbolBrackets>>([]),
        nameof(IFapiClient.PositionInformationV3Async) => Task.FromResult<IReadOnlyList<PositionInformation>>([]),
        nameof(IFapiClient.ExchangeInformationAsync) => Task.FromResult(
            new ExchangeInformation { Symbols = [new() { Symbol = "A", Status = SymbolStatus.Trading }] }),
        nameof(IFapiClient.ChangeInitialLeverageAsync) => ChangeAsync((int)args![1]!),
        _ => throw new NotSupportedException(targetMethod.Name),
    };

    private Task<InitialLeverage> ChangeAsync(int leverage)
    {
        if (Fails(leverage) is { } failure)
        {
            return Task.FromException<InitialLeverage>(failure);
        }

        _leverage = leverage;
        return Task.FromResult(new InitialLeverage { Symbol = "A", Leverage = leverage });
    }
}
