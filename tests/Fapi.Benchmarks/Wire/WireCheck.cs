using System.Security.Cryptography;
using Fapi.Benchmarks.Cases;
using Fapi.Contract;
using NSec.Cryptography;

namespace Fapi.Benchmarks.Wire;

/// <summary>Checks over a real connection that a case sends the right bytes and reads the response. Shares no code with
/// the SDK.</summary>
internal sealed class WireCheck(Keys keys)
{
    private static readonly (string Symbol, int Leverage, string Notional)[] Calls =
        [("BTCUSDT", 21, "1000000"), ("ETHUSDT", 125, "inf"), ("币安人生USDT", 1, "0.5")];

    private readonly ContractVerifier _contract = ContractVerifier.Embedded();

    /// <exception cref="WireCheckException">Something is wrong.</exception>
    internal async Task RunAsync(Case subjectCase)
    {
        foreach (var (symbol, leverage, notional) in Calls)
        {
            RawRequest? received = null;
            var response = Bodies.OverHttp(Bodies.Success(symbol, leverage, notional));
            await using var server = new LoopbackServer(request =>
            {
                received = RawRequest.Parse(request.Span);
                return response;
            });
            using var subject = subjectCase.Create(Place.Loopback(server.Address), keys);
            var call = subject.Call(symbol, leverage);
            await call;
            var read = subject.Response(call);
            Check(subjectCase, (read.Symbol, read.Leverage, read.MaxNotionalValue) == (symbol, leverage, notional),
                $"returned {read.Symbol}, {read.Leverage}, {read.MaxNotionalValue}");
            CheckRequest(subjectCase, received!, symbol, leverage);
        }
    }

    private void CheckRequest(Case subjectCase, RawRequest request, string symbol, int leverage)
    {
        var findings = _contract.VerifyRequest(
            new RecordedRequest(
                request.Method, request.Target, request.Headers, Encoding.Latin1.GetBytes(request.Body)));
        Check(subjectCase, findings.All(finding => finding.Rule == subjectCase.ToleratedRule),
            $"breaks the contract: {findings}");
        Check(subjectCase, request.Headers.Single(header => header.Key == "X-MBX-APIKEY").Value == keys.ApiKey,
            "sent another API key");
        var query = request.Target[(request.Target.IndexOf('?', StringComparison.Ordinal) + 1)..];
        var end = query.IndexOf("&signature=", StringComparison.Ordinal);
        var parameters = query[..end].Split('&').Select(parameter => parameter.Split('='))
            .ToDictionary(parts => parts[0], parts => Uri.UnescapeDataString(parts[1]));
        Check(subjectCase, parameters["symbol"] == symbol, $"sent symbol {parameters["symbol"]}");
        Check(subjectCase, parameters["leverage"] == leverage.ToString(CultureInfo.InvariantCulture),
            $"sent leverage {parameters["leverage"]}");
        var age = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - long.Parse(
            parameters["timestamp"], CultureInfo.InvariantCulture);
        Check(subjectCase, age is > -1000 and < 5000, $"sent a timestamp {age} ms old");
        var signature = Uri.UnescapeDataString(query[(end + "&signature=".Length)..]);
        Check(subjectCase, IsSignedBy(subjectCase.KeyKind, query[..end], signature),
            $"sent a signature that does not fit {query[..end]}");
    }

    private bool IsSignedBy(KeyKind kind, string signed, string signature)
    {
        var text = Encoding.ASCII.GetBytes(signed);
        return kind switch
        {
            KeyKind.Hmac =>
                signature == Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(keys.Secret), text)),
            KeyKind.Rsa =>
                keys.Rsa.VerifyData(
                    text, Convert.FromBase64String(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => SignatureAlgorithm.Ed25519.Verify(keys.Ed25519.PublicKey, text, Convert.FromBase64String(signature)),
        };
    }

    private static void Check(Case subjectCase, bool isRight, string what)
    {
        if (!isRight)
        {
            throw new WireCheckException($"'{subjectCase.Name}' is not measured, as it is wrong: it {what}.");
        }
    }
}

internal sealed class WireCheckException(string message) : Exception(message);
