using System.Security.Cryptography;
using NSec.Cryptography;

namespace Fapi.Sandbox.Tests.Support;

/// <summary>A plain HTTP client with a signer of its own.</summary>
internal sealed class Caller(SandboxExchange exchange) : IDisposable
{
    public const string LeveragePath = "/fapi/v1/leverage";
    public const string TimePath = "/fapi/v1/time";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = exchange.BaseAddress,
        Timeout = TimeSpan.FromSeconds(30),
    };

    public SandboxKey Key { get; set; } = exchange.Account.Hmac;

    public long Now => exchange.Now.ToUnixTimeMilliseconds();

    public Task<ReceivedResponse> SetLeverageAsync(string symbol = "BTCUSDT", int leverage = 21) =>
        SendSignedAsync($"symbol={Uri.EscapeDataString(symbol)}&leverage={leverage}");

    public Task<ReceivedResponse> GetTimeAsync() => SendAsync(HttpMethod.Get, TimePath);

    /// <summary>Appends timestamp and signature to the parameters of a leverage call.</summary>
    public Task<ReceivedResponse> SendSignedAsync(string parameters, long? timestamp = null) =>
        SendSignedAsync(HttpMethod.Post, LeveragePath, parameters, timestamp);

    /// <summary>Appends timestamp and signature to the parameters of a call.</summary>
    public Task<ReceivedResponse> SendSignedAsync(
        HttpMethod method, string path, string parameters = "", long? timestamp = null)
    {
        var stamped = $"{parameters}{(parameters.Length == 0 ? "" : "&")}timestamp={timestamp ?? Now}";
        return SendAsync(method, $"{path}?{WithSignature(stamped)}", Key.ApiKey);
    }

    public string WithSignature(string parameters) =>
        $"{parameters}&signature={Uri.EscapeDataString(Sign(Key, parameters))}";

    public async Task<ReceivedResponse> SendAsync(
        HttpMethod method, string target, string? apiKey = null, string? form = null)
    {
        var uri = new Uri(_http.BaseAddress!.GetLeftPart(UriPartial.Authority) + target,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, uri);
        if (apiKey is not null)
        {
            request.Headers.TryAddWithoutValidation("X-MBX-APIKEY", apiKey);
        }

        if (form is not null)
        {
            request.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new ReceivedResponse(
            response.StatusCode,
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(",", h.Value)),
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _http.Dispose();

    public static string Sign(SandboxKey key, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        switch (key.Kind)
        {
            case SandboxKeyKind.Hmac:
                return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.Secret), bytes));
            case SandboxKeyKind.Rsa:
                using (var rsa = RSA.Create())
                {
                    rsa.ImportFromPem(key.PrivateKeyPem);
                    return Convert.ToBase64String(
                        rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
                }

            default:
                using (var ed25519 = NSec.Cryptography.Key.Import(SignatureAlgorithm.Ed25519,
                    Encoding.ASCII.GetBytes(key.PrivateKeyPem), KeyBlobFormat.PkixPrivateKeyText))
                {
                    return Convert.ToBase64String(SignatureAlgorithm.Ed25519.Sign(ed25519, bytes));
                }
        }
    }
}
