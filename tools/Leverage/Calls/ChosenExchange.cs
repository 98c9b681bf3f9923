using Fapi.Sandbox;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;

namespace Fapi.Leverage.Calls;

/// <summary>The exchange of a call, and the options with its key; runs the sandbox when it is that.</summary>
internal sealed class ChosenExchange(string name, FapiClientOptions options, SandboxExchange? sandbox = null)
    : IAsyncDisposable
{
    internal string Name => name;

    internal FapiClientOptions Options => options;

    internal bool IsLive => name == "live";

    internal static ChosenExchange Find(string? environment, string? baseUrl, Terminal terminal) =>
        (environment, baseUrl) switch
        {
            (not null, not null) => throw new WrongInputException(
                "--env and --base-url both name an exchange; give one of them."),
            (_, not null) => new("custom", WithKey(Address(baseUrl), terminal)),
            ("testnet", _) => new(environment, WithKey(FapiEnvironments.Testnet, terminal)),
            ("live", _) => new(environment, WithKey(FapiEnvironments.Live, terminal)),
            _ => Embedded(),
        };

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

    private static Uri Address(string baseUrl) => Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) ? address
        : throw new WrongInputException($"--base-url is '{baseUrl}'; it has to be one such as https://example.com.");

    private static FapiClientOptions WithKey(Uri baseAddress, Terminal terminal)
    {
        string? Variable(string name) => terminal.Variable(name) is { Length: > 0 } value ? value : null;
        var options = new FapiClientOptions
        {
            BaseAddress = baseAddress,
            ApiKey = Variable("FAPI_API_KEY"),
            ApiSecret = Variable("FAPI_API_SECRET"),
            PrivateKeyFile = Variable("FAPI_PRIVATE_KEY_FILE"),
            PrivateKeyPassphrase = Variable("FAPI_PRIVATE_KEY_PASSPHRASE"),
            LoggerFactory = new TerminalLog(terminal),
        };
        return options.ApiKey is not null && (options.ApiSecret ?? options.PrivateKeyFile) is not null
            ? options.UseEd25519()
            : throw new WrongInputException(
                "The key is not set: the environment needs FAPI_API_KEY and FAPI_API_SECRET or FAPI_PRIVATE_KEY_FILE.");
    }
}
