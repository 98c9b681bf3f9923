using System.Globalization;
using Fapi.Sdk;
using Fapi.Sdk.Options;

namespace Fapi.Leverage.Calls;

/// <summary>How a request is signed; what one compares when the exchange refuses the signature or the stamp.</summary>
/// <param name="Signer">Algorithm and kind of key.</param>
/// <param name="Secret">What may be said of an HMAC secret; null of a private key.</param>
/// <param name="Stamp">The timestamp that is signed; null when there is none.</param>
/// <param name="Age">How long ago that was when this was written, by the clock that gave it.</param>
internal sealed record Signing(string Signer, string? Secret, DateTimeOffset? Stamp, TimeSpan? Age)
{
    internal static Signing Of(SentRequest sent, ChosenExchange exchange)
    {
        var stamp = sent.SignedText.Split('&').Where(pair => pair.StartsWith("timestamp=", StringComparison.Ordinal))
            .Select(pair => (DateTimeOffset?)DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(pair.Split('=')[1], CultureInfo.InvariantCulture)))
            .LastOrDefault();
        return new Signing(exchange.Signer.Name, Describe(exchange.Options.ApiSecret), stamp, exchange.Options.TimeProvider.GetUtcNow() - stamp);
    }

    /// <summary>What the exchange's refusal of a signature means, and what to do.</summary>
    internal static string Advice { get; } = $"When the exchange answers {FapiErrorCodes.InvalidSignature}: {FapiErrorCodes.Explain(FapiErrorCodes.InvalidSignature)}";

    // What is copied along with a secret is the most frequent reason for a refused signature.
    private static string? Describe(Secret? secret) => secret?.Reveal() is not { } text ? null
        : $"{text.Length} characters{(text.Trim(' ', '\t', '\r', '\n', '"', '\'') == text ? "" : ", a blank, line break or quote at an end")}";
}
