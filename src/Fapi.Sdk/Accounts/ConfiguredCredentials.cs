using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;
using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Accounts;

/// <summary>The key that the options hold, until another one takes its place.</summary>
internal sealed class ConfiguredCredentials(FapiClientOptions options, ILogger logger) : IFapiCredentialsProvider, IDisposable
{
    private FapiCredentials? _current = Read(options, logger);

    private volatile bool _isDisposed;

    public ValueTask<FapiCredentials?> GetCredentialsAsync(CancellationToken cancellationToken) => _isDisposed
        ? throw new ObjectDisposedException(nameof(FapiClient), "The client was disposed; its key is gone. Nothing was sent.")
        : new(Current);

    internal FapiCredentials? Current => Volatile.Read(ref _current);

    public void Dispose()
    {
        _isDisposed = true;
        Interlocked.Exchange(ref _current, null)?.Dispose();
    }

    /// <summary>Takes the key of other options; calls under way keep the one they have.</summary>
    internal void Replace(FapiClientOptions changed) =>
        Interlocked.Exchange(ref _current, Read(changed, logger))?.Dispose();

    private static FapiCredentials? Read(FapiClientOptions options, ILogger logger) =>
        options.ApiKey is { } apiKey ? new FapiCredentials(apiKey, SignerOf(options, logger), leaveOpen: options.Signer is not null) : null;

    private static IRequestSigner? SignerOf(FapiClientOptions options, ILogger logger) =>
        options.Signer
        ?? (options.ApiSecret is { } secret ? new HmacSha256Signer(secret.Reveal())
            : options.PrivateKeyFile is { } file ? options.PrivateKeyReader(KeyFile.Read(file, logger), options.PrivateKeyPassphrase?.Reveal())
            : null);
}
