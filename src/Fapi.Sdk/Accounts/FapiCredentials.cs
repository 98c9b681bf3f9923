using System.Diagnostics;
using Fapi.Sdk.Options;
using Fapi.Sdk.Requests;
using Fapi.Sdk.Signing;

namespace Fapi.Sdk.Accounts;

/// <summary>An API key and what signs with its secret.</summary>
/// <remarks>Once disposed it is used by no new call; the key is zeroed when the last call under way has
/// ended.</remarks>
[DebuggerDisplay("credentials")]
public sealed class FapiCredentials : IDisposable
{
    private readonly bool _leaveOpen;
    private int _users = 1;
    private int _isDisposed;

    /// <summary>Takes an API key and its signer, such as a <see cref="HmacSha256Signer"/>.</summary>
    /// <param name="apiKey">API key.</param>
    /// <param name="signer">Signs with the secret of that key; null where only the API key is needed.</param>
    /// <param name="leaveOpen">Whether the signer stays the caller's, who disposes it.</param>
    /// <exception cref="ArgumentException">Something was copied along with the API key. Holds nothing of the
    /// key.</exception>
    public FapiCredentials(Secret apiKey, IRequestSigner? signer, bool leaveOpen = false)
    {
        Argument.NotNull(apiKey);
        ApiKey = apiKey.Reveal();
        if (ApiKey.Length > 0 && SecretText.HeaderFault(ApiKey) is { } fault)
        {
            throw new ArgumentException($"The API key {fault}.", nameof(apiKey));
        }

        Signer = signer;
        _leaveOpen = leaveOpen;
    }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string ApiKey { get; private set; }

    internal IRequestSigner? Signer { get; }

    /// <summary>Ends its use: calls that begin from now on do not get it.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            Release();
        }
    }

    /// <returns>False when it has been disposed; otherwise <see cref="Release"/> has to follow.</returns>
    internal bool TryUse()
    {
        int users;
        do
        {
            users = Volatile.Read(ref _users);
            if (users == 0 || Volatile.Read(ref _isDisposed) != 0)
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref _users, users + 1, users) != users);
        return true;
    }

    internal void Release()
    {
        if (Interlocked.Decrement(ref _users) > 0)
        {
            return;
        }

        ApiKey = "";
        if (!_leaveOpen)
        {
            (Signer as IDisposable)?.Dispose();
        }
    }
}

/// <summary>The configured key, until another takes its place.</summary>
internal sealed class ConfiguredCredentials(FapiCredentials? first) : IFapiCredentialsProvider, IDisposable
{
    private FapiCredentials? _current = first;
    private volatile bool _isDisposed;

    internal FapiCredentials? Current => Volatile.Read(ref _current);

    public ValueTask<FapiCredentials?> GetCredentialsAsync(CancellationToken cancellationToken) => _isDisposed
        ? throw new ObjectDisposedException("FapiClient", "The client was disposed; its key is gone. Nothing was sent.")
        : new(Current);

    public void Dispose()
    {
        _isDisposed = true;
        Interlocked.Exchange(ref _current, null)?.Dispose();
    }

    /// <summary>Takes another key; calls under way keep the one they have.</summary>
    internal void Replace(FapiCredentials? next) => Interlocked.Exchange(ref _current, next)?.Dispose();
}
