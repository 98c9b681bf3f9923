namespace Fapi.Sdk.Signing;

/// <summary>Kinds of private key as far as this SDK treats them differently.</summary>
internal enum KeyKind
{
    Unusable = 0,
    Rsa,
    Ed25519,
    Encrypted,
}

/// <summary>A text that should be a private key.</summary>
/// <param name="kind">Kind of the key.</param>
/// <param name="holds">Content of the text, such as "an RSA private key".</param>
/// <param name="advice">Remedy where it cannot sign.</param>
/// <param name="pem">The block of the key, whatever stood around it; empty for an unusable one.</param>
internal sealed class KeyText(KeyKind kind, string holds, string advice, string pem = "")
{
    internal KeyKind Kind => kind;

    internal string Pem => pem;

    /// <summary>Reads the first private key of a text. Line breaks may also be written as <c>\n</c>, as environment
    /// variables have them.</summary>
    internal static KeyText Parse(string text) =>
        PemBlock.Find(text) is { } block ? KeyShapes.Read(block) : KeyShapes.ReadWithoutPem(text);

    /// <returns>What the text holds; null where it has no shape of a key.</returns>
    internal static string? Recognize(string text) =>
        PemBlock.Find(text) is not null || KeyShapes.IsBareKey(text) ? Parse(text).Holds : null;

    /// <summary>Says what the text holds and what to do, and quotes nothing of it.</summary>
    /// <param name="other">Replaces the usual advice.</param>
    internal FormatException Refuse(string? other = null) =>
        new($"The text given as private key holds {holds}. {other ?? advice}");

    private string Holds => holds;
}
