using System.Net;
using Fapi.Contract;
using WireMock.Server;

namespace Fapi.Sandbox;

/// <summary>A simulated exchange on the loopback interface, to test an app against.</summary>
/// <remarks>
/// It checks signatures, timestamps and parameters as the exchange does and answers with its codes. Each test can
/// have its own; all members are safe for concurrent use.
/// </remarks>
/// <example>
/// <code>
/// [Fact]
/// public async Task Leverage_survives_a_lost_answer()
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
    private readonly Exchange exchange;
    private readonly ExchangeServer server;
    private readonly TimeSpan initialOffset;
    private readonly bool throwOnFindings;
    private int disposed;

    private SandboxExchange(SandboxOptions options)
    {
        exchange = new Exchange(options);
        initialOffset = options.ClockOffset;
        throwOnFindings = options.ThrowOnFindings;
        Account = exchange.Accounts.Add("default");
        server = new ExchangeServer(exchange, options.Port);
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri BaseAddress => server.BaseAddress;

    /// <summary>The account that is there from the start.</summary>
    public SandboxAccount Account { get; }

    /// <summary>The symbols that it lists.</summary>
    public SandboxSymbols Symbols => exchange.Symbols;

    /// <summary>What goes wrong with which request.</summary>
    public FaultScript Faults => exchange.Faults;

    /// <summary>How far its clock is ahead of <see cref="SandboxOptions.TimeProvider"/>; may be changed at any time.</summary>
    public TimeSpan ClockOffset
    {
        get => exchange.Clock.Offset;
        set => exchange.Clock.Offset = value;
    }

    /// <summary>The exchange's time.</summary>
    public DateTimeOffset Now => exchange.Clock.Now;

    /// <summary>Request weight that 127.0.0.1 has used in the current interval.</summary>
    public int UsedWeight => exchange.Weights.UsedBy(IPAddress.Loopback, Now);

    /// <summary>The latest requests, oldest first, as many as <see cref="SandboxOptions.RequestsKept"/> says; a copy.</summary>
    public IReadOnlyList<SandboxRequest> Requests => exchange.Log.Requests;

    /// <summary>What the contract check found so far, the first 1000 at most; empty when all is well. A copy.</summary>
    public IReadOnlyList<ContractFinding> Findings => exchange.Log.Findings;

    /// <summary>The server below, to add stubs of your own to; they win over the exchange and are not checked.</summary>
    public WireMockServer WireMock => server.WireMock;

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
    public SandboxAccount AddAccount(string name) => exchange.Accounts.Add(name);

    /// <summary>Bans 127.0.0.1: every request is answered with 418 until the time is over.</summary>
    /// <param name="duration">Length of the ban, more than zero.</param>
    public void Ban(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        exchange.Weights.Ban(IPAddress.Loopback, Now + duration, Now);
    }

    /// <summary>One line of JSON for a process that runs the sandbox: address, and name and keys of each account.</summary>
    /// <returns>
    /// <c>{"status":"ready","baseAddress":…,"accounts":[{"name":…,"hmac":{"apiKey":…,"secret":…},
    /// "rsa":{"apiKey":…,"privateKeyPem":…},"ed25519":{"apiKey":…,"privateKeyPem":…}}]}</c>; it holds secrets.
    /// </returns>
    public string ToReadyLine() => ReadyLine.Of(BaseAddress, exchange.Accounts.All);

    /// <summary>
    /// Goes back to the start: leverages, positions, symbols, weights, bans, faults, clock offset, requests and
    /// findings. Accounts and keys stay.
    /// </summary>
    public void Reset()
    {
        exchange.Faults.Clear();
        exchange.Accounts.Reset();
        exchange.Symbols.Reset();
        exchange.Weights.Reset();
        exchange.Log.Clear();
        exchange.Clock.Offset = initialOffset;
    }

    /// <summary>Stops the exchange; answers that a fault holds back are given up.</summary>
    /// <returns>A task that ends when the port is free again.</returns>
    /// <exception cref="ContractViolationException">The contract check has findings, and
    /// <see cref="SandboxOptions.ThrowOnFindings"/> is set.</exception>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        await server.DisposeAsync().ConfigureAwait(false);
        if (throwOnFindings && Findings is { Count: > 0 } findings)
        {
            throw new ContractViolationException(ContractFindings.Combine(findings));
        }
    }
}
