using System.Text.Json;

namespace Fapi.Sandbox;

/// <summary>The line that a process with a sandbox prints when it can be called.</summary>
internal static class ReadyLine
{
    public static string Create(Uri baseAddress, IEnumerable<SandboxAccount> accounts) => JsonSerializer.Serialize(new
    {
        status = "ready",
        baseAddress,
        accounts = accounts.Select(account => new
        {
            name = account.Name,
            hmac = new { apiKey = account.Hmac.ApiKey, secret = account.Hmac.Secret },
            rsa = new { apiKey = account.Rsa.ApiKey, privateKeyPem = account.Rsa.PrivateKeyPem },
            ed25519 = new { apiKey = account.Ed25519.ApiKey, privateKeyPem = account.Ed25519.PrivateKeyPem },
        }),
    }, ExchangeResponse.Json);
}
