using System.Diagnostics;
using Fapi.Sdk.Accounts;
using Fapi.Sdk.Signing;
using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Options;

/// <summary>Options of a client: the exchange that it calls and the key that signs its requests.</summary>
/// <remarks>Checked when the host starts, or by the constructor of <see cref="FapiClient"/>, which copies them and
/// keeps no text of a secret. A configuration section binds by these names.</remarks>
[DebuggerDisplay("{BaseAddress}")]
public sealed class FapiClientOptions
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private byte[]? _keyFingerprint;

    /// <summary>Base address of the exchange: one of <see cref="FapiEnvironments"/>, or any compatible host.
    /// <c>https</c>, or <c>http</c> to loopback. Required.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>API key, sent as header <c>X-MBX-APIKEY</c>. Needed by every operation whose security type is not
    /// NONE.</summary>
    public Secret? ApiKey { get; set; }

    /// <summary>Secret of an HMAC key. Give this, a private key or <see cref="Signer"/>.</summary>
    public Secret? ApiSecret { get; set; }

    /// <summary>Path of a PEM file with the private key of an RSA key, or of an Ed25519 key with <c>UseEd25519()</c> of
    /// Fapi.Sdk.Ed25519.</summary>
    public string? PrivateKeyFile { get; set; }

    /// <summary>Passphrase of an encrypted <see cref="PrivateKeyFile"/>.</summary>
    public Secret? PrivateKeyPassphrase { get; set; }

    /// <summary>Signs instead of <see cref="ApiSecret"/> and <see cref="PrivateKeyFile"/>: a key that was read
    /// elsewhere, or a remote signer. Its owner disposes it.</summary>
    public IRequestSigner? Signer { get; set; }

    /// <summary>Makes a signer from the text of <see cref="PrivateKeyFile"/> and its passphrase. Default:
    /// <see cref="RsaSigner.FromPem"/>.</summary>
    public Func<string, string?, IRequestSigner> PrivateKeyReader { get; set; } = RsaSigner.FromPem;

    /// <summary>Gives the key instead of <see cref="ApiKey"/> and its secret, such as one from a vault that changes.
    /// Its owner disposes it.</summary>
    public IFapiCredentialsProvider? CredentialsProvider { get; set; }

    /// <summary>recvWindow of calls that name none: milliseconds for which a request stays valid, 1 to 60000. Default:
    /// none is sent, and the exchange takes 5000.</summary>
    public long? RecvWindow { get; set; }

    /// <summary>Source of the time of day that requests are stamped with. Default:
    /// <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Options of the clock that requests are stamped by.</summary>
    public TimeOptions Time { get; set; } = new();

    /// <summary>Options of repeated attempts and time-outs.</summary>
    public RetryOptions Retry { get; set; } = new();

    /// <summary>Options of the request weight that calls may use.</summary>
    public LimitOptions Limits { get; set; } = new();

    /// <summary>The app's own limits of parameters that are numbers, by the name in the spec, such as <c>leverage</c>:
    /// a value outside of them is refused before it is sent, as one outside of the spec is. Default: none.</summary>
    public IDictionary<string, ParameterLimit> ParameterLimits { get; } =
        new Dictionary<string, ParameterLimit>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Name of the account in logs, traces and metrics. Default: the name that the client was registered by,
    /// else <c>default</c>.</summary>
    public string? Account { get; set; }

    /// <summary>Takes what the client logs, as category <c>Fapi.Sdk.FapiClient</c>. Default: that of dependency
    /// injection, else nothing is logged.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Parameters whose values stand in the span of a call, such as <c>symbol</c>. Default: none.</summary>
    public IList<string> TracedParameters { get; } = [];

    /// <summary>Reads address and key from variables of the environment: FAPI_BASE_URL and FAPI_API_KEY, with
    /// FAPI_API_SECRET or FAPI_PRIVATE_KEY_FILE, which FAPI_PRIVATE_KEY_PASSPHRASE opens.</summary>
    /// <param name="variable">Gives the value of a variable by its name. Default:
    /// <see cref="Environment.GetEnvironmentVariable(string)"/>.</param>
    /// <returns>Options whose errors name the variable that is wrong; everything else can still be set.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The key is not set.</exception>
    public static FapiClientOptions FromEnvironment(Func<string, string?>? variable = null) =>
        EnvironmentOptions.Read(variable ?? Environment.GetEnvironmentVariable);

    /// <summary>Returns the base address only; never a key.</summary>
    public override string ToString() => $"Fapi client of {BaseAddress}";

    /// <summary>True where errors should name variables of the environment.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal bool IsFromEnvironment { get; init; }

    /// <summary>Tells whether two options hold the same key, without keeping it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal byte[] KeyFingerprint =>
        _keyFingerprint ?? ConfiguredKey.Hash(ApiKey, ApiSecret, PrivateKeyPassphrase);

    /// <summary>Lets go of the texts of the key once it was read, and keeps its fingerprint.</summary>
    internal void ForgetKey()
    {
        _keyFingerprint = KeyFingerprint;
        (ApiKey, ApiSecret, PrivateKeyPassphrase) = (null, null, null);
    }

    internal FapiClientOptions Copy()
    {
        var copy = (FapiClientOptions)MemberwiseClone();
        (copy.Time, copy.Retry, copy.Limits) = (Time.Copy(), Retry.Copy(), Limits.Copy());
        return copy;
    }
}
