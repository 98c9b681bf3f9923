using System.Collections.Concurrent;
using Fapi.Sandbox.Keys;

namespace Fapi.Sandbox.State;

/// <summary>The accounts of one exchange, and whose key is whose.</summary>
internal sealed class SandboxAccounts(KeyMaker keys, SandboxSymbols symbols)
{
    private readonly ConcurrentDictionary<string, SandboxAccount> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (SandboxKey Key, SandboxAccount Account)> _byApiKey =
        new(StringComparer.Ordinal);

    public SandboxAccount Add(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var account = new SandboxAccount(name, keys, this, symbols);
        if (!_byName.TryAdd(name, account))
        {
            throw new ArgumentException($"The exchange has an account '{name}' already.", nameof(name));
        }

        Register(account.Hmac, account);
        Register(account.Rsa, account);
        Register(account.Ed25519, account);
        return account;
    }

    public void Register(SandboxKey key, SandboxAccount account)
    {
        if (!_byApiKey.TryAdd(key.ApiKey, (key, account)))
        {
            throw new ArgumentException($"The exchange knows the API key of this {key} already.", nameof(key));
        }
    }

    /// <returns>Nulls when the exchange does not know the key.</returns>
    public (SandboxKey? Key, SandboxAccount? Account) Find(string apiKey) => _byApiKey.GetValueOrDefault(apiKey);

    public IReadOnlyList<SandboxAccount> All => [.. _byName.Values.OrderBy(a => a.Name, StringComparer.Ordinal)];

    public void Reset()
    {
        foreach (var account in _byName.Values)
        {
            account.Reset();
        }
    }
}
