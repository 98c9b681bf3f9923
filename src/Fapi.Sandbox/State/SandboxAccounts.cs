using System.Collections.Concurrent;

namespace Fapi.Sandbox;

/// <summary>The accounts of one exchange, and whose key is whose.</summary>
internal sealed class SandboxAccounts(KeyMaker keys, SandboxSymbols symbols)
{
    private readonly ConcurrentDictionary<string, SandboxAccount> byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (SandboxKey Key, SandboxAccount Account)> byApiKey =
        new(StringComparer.Ordinal);

    public SandboxAccount Add(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var account = new SandboxAccount(name, keys, this, symbols);
        if (!byName.TryAdd(name, account))
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
        if (!byApiKey.TryAdd(key.ApiKey, (key, account)))
        {
            throw new ArgumentException($"The exchange knows the API key of this {key} already.", nameof(key));
        }
    }

    public (SandboxKey Key, SandboxAccount Account)? Find(string apiKey) =>
        byApiKey.TryGetValue(apiKey, out var found) ? found : null;

    public IReadOnlyList<SandboxAccount> All => [.. byName.Values.OrderBy(a => a.Name, StringComparer.Ordinal)];

    public void Reset()
    {
        foreach (var account in byName.Values)
        {
            account.Reset();
        }
    }
}
