using System.Collections.Concurrent;
using Fapi.Leverage.Tool.Shell;
using Fapi.Sandbox;
using Fapi.Sdk.Tests.Secrets;

namespace Fapi.Leverage.Tool.Tests;

/// <summary>Every command, with every fault of the exchange and every mistake of the user, with known keys of all
/// kinds; then all that was printed is searched for them.</summary>
public sealed class SecretOutputTests : IDisposable
{
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

    private readonly PlantedKey[] _keys = [.. Enum.GetValues<SandboxKeyKind>().Select(kind => new PlantedKey(kind))];
    private readonly ConcurrentQueue<(string Where, string Text)> _printed = [];
    private readonly ConcurrentQueue<string> _targets = [];
    private readonly SecretSearch _search = new();

    public SecretOutputTests() => Array.ForEach(_keys, key => key.PlantIn(_search));

    public void Dispose() => Array.ForEach(_keys, key => key.Dispose());

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Nothing_is_printed_of_a_key_or_a_signature_when_the_exchange_fails()
    {
        var cases = from key in _keys from fault in EveryFault.All select (key, fault);

        await Parallel.ForEachAsync(cases, AtOnce, async (one, _) =>
        {
            await using var exchange = SandboxExchange.Start(
                options => (options.CheckContract, options.TimeProvider) = (false, new QuickTime()));
            exchange.Account.AddKey(one.key.Sandbox);
            foreach (var command in (string[][])[["set", "BTCUSDT", "5"], ["apply", Example]])
            {
                exchange.Faults.Clear();
                exchange.Faults.Next(10, one.fault);
                await RunAsync(one.key, $"{command[0]} with {one.fault}",
                    [.. command, "--base-url", exchange.BaseAddress.ToString()]);
            }

            Note(exchange.Requests.Select(request => request.Request.Target));
        });

        AssertClean(atLeast: EveryFault.All.Count * _keys.Length * 2);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Nothing_is_printed_of_a_key_or_a_signature_that_a_server_sends_back()
    {
        var cases = from key in _keys from echo in Echoes.All select (key, echo);

        await Parallel.ForEachAsync(cases, AtOnce, async (one, _) =>
        {
            await using var exchange = SandboxExchange.Start(options => options.CheckContract = false);
            exchange.Faults.Always(Echoes.ToFault(one.echo.Key));
            foreach (var command in (string[][])[["set", "BTCUSDT", "5"], ["show"]])
            {
                await RunAsync(one.key, $"{command[0]} with {one.echo.Key}",
                    [.. command, "--base-url", exchange.BaseAddress.ToString()]);
            }

            Note(exchange.Requests.Select(request => request.Request.Target));
        });

        AssertClean(atLeast: Echoes.All.Count * _keys.Length * 2);
    }

    private static string Example => Path.Combine(AppContext.BaseDirectory, "example.yaml");

    private static string[] Commands =>
    [
        "--help",
        "set BTCUSDT 5 --env live --dry-run",
        "set BTCUSDT 5 --env live --dry-run --output json",
        "set BTCUSDT 5 --env live",
        "set BTCUSDT 126 --env live",
        "set BTCUSDT 5 --base-url http://127.0.0.1:1",
        "set BTCUSDT 5 --base-url http://example.com",
        "set BTCUSDT 5",
        "set --help",
        "sign BTCUSDT 5 --env testnet",
        "sign BTCUSDT 5 --env testnet --explain",
        "sign BTCUSDT 5 --env testnet --explain --output json",
        "sign BTCUSDT 5 --env testnet --nonsense",
        "sign BTCUSDT 5",
        "brackets BTCUSDT --env live",
        "completion bash",
        "show --env live",
        $"show --changed-from {Example} --base-url http://127.0.0.1:1",
        $"plan {Example} --base-url http://127.0.0.1:1",
        $"plan {Example} --output json",
        $"apply {Example} --base-url http://127.0.0.1:1 --output json",
        $"apply {Example} --env live",
        $"apply {Example}",
        "sandbox",
        "sandbox --port -1",
    ];

    [Fact]
    public async Task Nothing_is_printed_of_a_key_by_any_command()
    {
        var cases = from key in _keys from command in Commands select (key, command);

        await Parallel.ForEachAsync(
            cases, AtOnce, async (one, _) => await RunAsync(one.key, one.command, one.command.Split(' ')));

        AssertClean(atLeast: Commands.Length * _keys.Length);
    }

    [Fact]
    public void Every_command_is_among_those()
    {
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, TextReader.Null, CanAsk: false, _ => null);

        Assert.Empty(
            LeverageApp.Commands(terminal).Subcommands.Select(command => command.Name)
                .Except(Commands.Select(command => command.Split(' ')[0])));
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { "FAPI_PRIVATE_KEY_FILE", "the key itself" },
        { "FAPI_PRIVATE_KEY_PASSPHRASE", $"{PlantedKey.Passphrase}!" },
        { "FAPI_PRIVATE_KEY_PASSPHRASE", "" },
        { "FAPI_API_SECRET", PlantedKey.Secret },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Nothing_is_printed_of_a_key_that_is_set_wrong(string variable, string value)
    {
        var key = _keys.Single(key => key.Sandbox.Kind == SandboxKeyKind.Rsa);
        var line = LineWith(key);
        line.Variables[variable] = value == "the key itself" ? await File.ReadAllTextAsync(key.File) : value;

        Assert.Equal(ExitCodes.WrongInput, await line.RunAsync("set", "BTCUSDT", "5", "--env", "live", "--yes"));

        _printed.Enqueue((variable, line.Out + line.Error));
        AssertClean(atLeast: 1);
    }

    private async Task RunAsync(PlantedKey key, string name, params string[] args)
    {
        using var stop = new CancellationTokenSource();
        if (args is ["sandbox"])
        {
            await stop.CancelAsync();
        }

        var line = LineWith(key, stop.Token);
        await line.RunAsync(args);
        _printed.Enqueue((name, line.Out + line.Error));
    }

    private static CommandLine LineWith(PlantedKey key, CancellationToken stop = default) => new()
    {
        Stop = stop,
        Variables =
        {
            ["FAPI_API_KEY"] = key.ApiKey,
            ["FAPI_API_SECRET"] = key.Sandbox.Kind == SandboxKeyKind.Hmac ? PlantedKey.Secret : "",
            ["FAPI_PRIVATE_KEY_FILE"] = key.Sandbox.Kind == SandboxKeyKind.Hmac ? "" : key.File,
            ["FAPI_PRIVATE_KEY_PASSPHRASE"] = key.Sandbox.Kind == SandboxKeyKind.Hmac ? "" : PlantedKey.Passphrase,
        },
    };

    private void Note(IEnumerable<string> targets)
    {
        foreach (var target in targets)
        {
            _targets.Enqueue(target);
        }
    }

    private void AssertClean(int atLeast)
    {
        Assert.InRange(_printed.Count(printed => printed.Text.Length > 0), atLeast, int.MaxValue);
        foreach (var target in _targets)
        {
            _search.PlantSignatureOf(target);
        }

        _search.AssertAbsent(_printed);
    }

    /// <summary>Lets what the exchange waits for come a thousand times sooner.</summary>
    private sealed class QuickTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime / 1000, period);
    }
}
