using Fapi.Leverage.Output;
using Fapi.Sandbox;
using Fapi.Sdk;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;

namespace Fapi.Leverage.Calls;

/// <summary>Finds the exchange by what the user named, with the key that belongs to it.</summary>
internal static class Exchanges
{
    internal static ChosenExchange Find(string? environment, string? baseUrl, Terminal terminal) => (environment, baseUrl) switch
    {
        (not null, not null) => throw new WrongInputException("--env and --base-url both name an exchange; give one of them. Nothing was sent."),
        (_, not null) => new ChosenExchange("custom", WithKey(Address(baseUrl), terminal)),
        ("testnet", _) => new ChosenExchange(environment, WithKey(FapiEnvironments.Testnet, terminal)),
        ("live", _) => new ChosenExchange(environment, WithKey(FapiEnvironments.Live, terminal)),
        _ => Embedded(),
    };

    private static ChosenExchange Embedded()
    {
        var sandbox = SandboxExchange.Start();
        var key = sandbox.Account.Hmac;
        return new ChosenExchange(
            "sandbox", new FapiClientOptions { BaseAddress = sandbox.BaseAddress, ApiKey = key.ApiKey, ApiSecret = key.Secret }, sandbox);
    }

    private static Uri Address(string baseUrl) => Uri.TryCreate(baseUrl, UriKind.Absolute, out var address)
        ? address
        : throw new WrongInputException($"--base-url is '{baseUrl}'; it has to be an address such as https://example.com. Nothing was sent.");

    private static FapiClientOptions WithKey(Uri baseAddress, Terminal terminal)
    {
        var options = new FapiClientOptions
        {
            BaseAddress = baseAddress,
            ApiKey = Variable("FAPI_API_KEY", terminal),
            ApiSecret = Variable("FAPI_API_SECRET", terminal),
            PrivateKeyFile = Variable("FAPI_PRIVATE_KEY_FILE", terminal),
            PrivateKeyPassphrase = Variable("FAPI_PRIVATE_KEY_PASSPHRASE", terminal),
            LoggerFactory = new TerminalLog(terminal.Error),
        };
        if (options.ApiKey is null || (options.ApiSecret ?? options.PrivateKeyFile) is null)
        {
            throw new WrongInputException("The key is not set: put FAPI_API_KEY, and FAPI_API_SECRET or FAPI_PRIVATE_KEY_FILE, into the environment. Nothing was sent.");
        }

        return options.UseEd25519();
    }

    private static string? Variable(string name, Terminal terminal) => terminal.Variable(name) is { Length: > 0 } value ? value : null;
}
