namespace Fapi.Leverage.Tool.Calls;

/// <summary>Stamp and secret of a request, to look at when the exchange refuses stamp or signature.</summary>
/// <param name="Secret">Length and oddities of an HMAC secret; null for a private key.</param>
/// <param name="Stamp">The timestamp that is signed; null when there is none.</param>
/// <param name="Age">Age of the stamp when this was written, by the clock that gave it.</param>
internal sealed record Signing(string? Secret, DateTimeOffset? Stamp, TimeSpan? Age)
{
    private const string Parameter = "timestamp=";

    /// <summary>Meaning of a refused signature, and what to do.</summary>
    internal static string Advice { get; } =
        $"When the exchange responds with {FapiErrorCodes.InvalidSignature}: " +
        FapiErrorCodes.Explain(FapiErrorCodes.InvalidSignature);

    internal static Signing From(SentRequest sent, ChosenExchange exchange)
    {
        var text = sent.SignedText.Split('&').LastOrDefault(p => p.StartsWith(Parameter, StringComparison.Ordinal));
        DateTimeOffset? stamp = text is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(
            long.Parse(text.AsSpan(Parameter.Length), CultureInfo.InvariantCulture));
        var age = exchange.Options.TimeProvider.GetUtcNow() - stamp;
        return new Signing(Describe(exchange.Options.ApiSecret?.Reveal()), stamp, age);
    }

    // What is copied along with a secret is the most frequent reason for a refused signature.
    private static string? Describe(string? secret) => secret is null ? null
        : secret.Trim(' ', '\t', '\r', '\n', '"', '\'') == secret ? $"{secret.Length} characters"
        : $"{secret.Length} characters, a blank, line break or quote at an end";
}
