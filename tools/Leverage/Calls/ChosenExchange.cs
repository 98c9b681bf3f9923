using Fapi.Sandbox;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;

namespace Fapi.Leverage.Tool.Calls;

/// <summary>The exchange of a call, and the options with its key; runs the sandbox when it is that.</summary>
internal sealed class ChosenExchange(string name, FapiClientOptions options, SandboxExchange? sandbox = null)
    : IAsyncDisposable
{
    internal string Name => name;

    /// <summary>Host, and the beginning of the key that is shown elsewhere, too.</summary>
    internal string Account { get; } = $"{options.BaseAddress?.Authority} {SentRequest.Mask(options.ApiKey?.Reveal())}";

    internal FapiClientOptions Options => options;

    /// <summary>A sentence on the proxy that is used; null without one.</summary>
    internal string? Proxy { get; private init; }

    /// <summary>The user's cap, which the SDK keeps as one of the app's own limits.</summary>
    internal LeverageCap? Cap
    {
        get;
        set
        {
            field = value;
            if (value is not null)
            {
                options.ParameterLimits["leverage"] = new() { Maximum = value.Maximum };
            }
        }
    }

    internal bool IsLive => name == "live";

    internal static ChosenExchange Find(string? environment, string? baseUrl, Terminal terminal) =>
        (environment, baseUrl) switch
        {
            (not null, not null) => throw new WrongInputException(
                "--env and --base-url both name an exchange; give one of them."),
            (_, not null) => WithKey("custom", Address(baseUrl), terminal),
            ("testnet", _) => WithKey(environment, FapiEnvironments.Testnet, terminal),
            ("live", _) => WithKey(environment, FapiEnvironments.Live, terminal),
            _ => Embedded(),
        };

    /// <summary>Words a refusal by the cap as the user gave it.</summary>
    internal string NameCap(string sentence) => Cap is null ? sentence : sentence
        .Replace("the app's ParameterLimits allow", $"{Cap.Name} allows", StringComparison.Ordinal)
        .Replace("ParameterLimits:leverage", Cap.Name, StringComparison.Ordinal);

    internal Task AnnounceAsync(Terminal terminal) => sandbox is null ? Task.CompletedTask : terminal.SayAsync(
        $"Sandbox exchange in this process at {sandbox.BaseAddress} (test keys, no money). " +
        "Choose another one by --env or --base-url.");

    public ValueTask DisposeAsync() => sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static ChosenExchange Embedded()
    {
        var sandbox = SandboxExchange.Start();
        var (address, key) = (sandbox.BaseAddress, sandbox.Account.Hmac);
        return new("sandbox", new() { BaseAddress = address, ApiKey = key.ApiKey, ApiSecret = key.Secret }, sandbox);
    }

    // What stands before an @ may be a password.
    private static Uri Address(string baseUrl) => Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) ? address
        : throw new WrongInputException($"--base-url is {(baseUrl.Contains('@') ? "no address" : $"'{baseUrl}'")}; "
            + "it has to be one such as https://example.com.");

    private static ChosenExchange WithKey(string name, Uri address, Terminal terminal)
    {
        var options = FapiClientOptions.FromEnvironment(terminal.Variable).UseEd25519();
        (options.BaseAddress, options.LoggerFactory) = (address, new TerminalLog(terminal));
        return new(name, options) { Proxy = UsedProxy.Describe(address, terminal) };
    }
}
