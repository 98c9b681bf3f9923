using System.Net;
using System.Text.Json;
using Fapi.Sandbox.Http;
using Fapi.Sandbox.Processing;
using WireMock.Server;

namespace Fapi.Sandbox;

/// <summary>A simulated exchange on the loopback interface, to test an app against.</summary>
/// <remarks>
/// It checks signatures, timestamps and parameters as the exchange does and responds with its codes. Each test can
/// have its own; all members are safe for concurrent use.
/// </remarks>
/// <example>
/// <code>
/// [Fact]
/// public async Task Leverage_survives_a_lost_response()
/// {
///     await using var exchange = SandboxExchange.Start();
///     exchange.Faults.Next(Fault.ResetAfterProcessing);
///
///     await MyApp.TrySetLeverageAsync(exchange.BaseAddress, exchange.Account.Hmac, "BTCUSDT", 21);
///
///     Assert.Equal(21, exchange.Account.LeverageOf("BTCUSDT"));
///     Assert.True(exchange.Requests[0].Executed);
/// }
/// </code>
/// </example>
public sealed class SandboxExchange : IAsyncDisposable
{
    private readonly Exchange _exchange;
    private readonly ExchangeServer _server;
    private readonly TimeSpan _initialOffset;
    private readonly bool _throwOnFindings;
    private int _disposed;

    private SandboxExchange(SandboxOptions options)
    {
        _exchange = new Exchange(options);
        _initialOffset = options.ClockOffset;
        _throwOnFindings = options.ThrowOnFindings;
        Account = _exchange.Accounts.Add("default");
        _server = new ExchangeServer(_exchange, options.Port);
    }

    /// <summary>Address that it listens at, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>The account that is there from the start.</summary>
    public SandboxAccount Account { get; }

    /// <summary>The symbols that it lists.</summary>
    public SandboxSymbols Symbols => _exchange.Symbols;

    /// <summary>The script of what goes wrong with which request.</summary>
    public FaultScript Faults => _exchange.Faults;

    /// <summary>Lead of its clock over <see cref="SandboxOptions.TimeProvider"/>; may be changed at any time.</summary>
    public TimeSpan ClockOffset
    {
        get => _exchange.Clock.Offset;
        set => _exchange.Clock.Offset = value;
    }

    /// <summary>The exchange's time.</summary>
    public DateTimeOffset Now => _exchange.Clock.Now;

    /// <summary>Request weight that 127.0.0.1 has used in the current interval.</summary>
    public int UsedWeight => _exchange.Weights.UsedBy(IPAddress.Loopback, Now);

    /// <summary>A copy of the latest <see cref="SandboxOptions.RequestsKept"/> requests, oldest first.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _exchange.Log.Requests;

    /// <summary>A copy of the contract check's first 1000 findings; empty when all is well.</summary>
    public IReadOnlyList<ContractFinding> Findings => _exchange.Log.Findings;

    /// <summary>The server below, for stubs of your own; they win over the exchange and are not checked.</summary>
    public WireMockServer WireMock => _server.WireMock;

    /// <summary>Starts an exchange.</summary>
    /// <param name="configure">Changes the defaults; null keeps them.</param>
    /// <returns>The running exchange; dispose it to stop it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The port is taken or may not be used.</exception>
    public static SandboxExchange Start(Action<SandboxOptions>? configure = null)
    {
        var options = new SandboxOptions();
        configure?.Invoke(options);
        options.Validate();
        return new SandboxExchange(options);
    }

    /// <summary>Opens a further account with keys of its own.</summary>
    /// <param name="name">A name that the exchange does not have yet.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException">There is an account of this name.</exception>
    public SandboxAccount AddAccount(string name) => _exchange.Accounts.Add(name);

    /// <summary>Bans 127.0.0.1: every response is 418 until the time is over.</summary>
    /// <param name="duration">Length of the ban, more than zero.</param>
    public void Ban(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        _exchange.Weights.Ban(IPAddress.Loopback, Now + duration, Now);
    }

    /// <summary>One line of JSON for a process that runs the sandbox: address, accounts, keys.</summary>
    /// <returns>
    /// <c>{"status":"ready","baseAddress":…,"accounts":[{"name":…,"hmac":{"apiKey":…,"secret":…},
    /// "rsa":{"apiKey":…,"privateKeyPem":…},"ed25519":{"apiKey":…,"privateKeyPem":…}}]}</c>; it holds secrets.
    /// </returns>
    public string ToReadyLine() => JsonSerializer.Serialize(new
    {
        status = "ready",
        baseAddress = BaseAddress,
        accounts = _exchange.Accounts.All.Select(account => new
        {
            name = account.Name,
            hmac = new { apiKey = account.Hmac.ApiKey, secret = account.Hmac.Secret },
            rsa = new { apiKey = account.Rsa.ApiKey, privateKeyPem = account.Rsa.PrivateKeyPem },
            ed25519 = new { apiKey = account.Ed25519.ApiKey, privateKeyPem = account.Ed25519.PrivateKeyPem },
        }),
    }, ExchangeResponse.Json);

    /// <summary>
    /// Goes back to the start: leverages, positions, symbols, weights, bans, faults, clock offset, requests and
    /// findings. Accounts and keys stay.
    /// </summary>
    public void Reset()
    {
        _exchange.Faults.Clear();
        _exchange.Accounts.Reset();
        _exchange.Symbols.Reset();
        _exchange.Weights.Reset();
        _exchange.Log.Clear();
        _exchange.Clock.Offset = _initialOffset;
    }

    /// <summary>Stops the exchange; responses that a fault holds back are given up.</summary>
    /// <returns>A task that ends when the port is free again.</returns>
    /// <exception cref="ContractViolationException">The contract check has findings, and
    /// <see cref="SandboxOptions.ThrowOnFindings"/> is set.</exception>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _server.DisposeAsync().ConfigureAwait(false);
        if (_throwOnFindings && Findings is { Count: > 0 } findings)
        {
            throw new ContractViolationException(ContractFindings.Combine(findings));
        }
    }
}
