namespace Fapi.Sdk.Signing;

/// <summary>Kinds of private key as far as this SDK treats them differently.</summary>
internal enum KeyKind
{
    Unusable = 0,
    Rsa,
    Ed25519,
    Encrypted,
}

/// <summary>A text that should be a private key: the PEM block in it, and what it holds.</summary>
internal sealed class KeyText
{
    private readonly string _holds;
    private readonly string _advice;

    private KeyText(KeyKind kind, string holds, string advice, string pem = "") =>
        (Kind, _holds, _advice, Pem) = (kind, holds, advice, pem);

    internal KeyKind Kind { get; }

    /// <summary>The block of the key with plain line breaks, whatever stood around it; empty for an unusable
    /// one.</summary>
    internal string Pem { get; }

    /// <summary>Reads the first private key of a text. Line breaks may also be written as <c>\n</c>, as environment
    /// variables have them.</summary>
    internal static KeyText Parse(string text)
    {
        if (PemBlock.Find(text) is not { } block)
        {
            var (holds, advice) = KeyShapes.WithoutPem(text);
            return new(KeyKind.Unusable, holds, advice);
        }

        var shape = KeyShapes.Of(block);
        return new(shape.Kind, shape.Holds, shape.Advice, shape.Kind == KeyKind.Unusable ? "" : block.ToString());
    }

    /// <returns>What the text holds, such as "an RSA private key"; null where it has no shape of a key.</returns>
    internal static string? Recognize(string text) =>
        PemBlock.Find(text) is not null || KeyShapes.IsBareKey(text) ? Parse(text)._holds : null;

    /// <summary>Says what the text holds and what to do, and quotes nothing of it.</summary>
    /// <param name="advice">Replaces the usual advice.</param>
    internal FormatException Refuse(string? advice = null) =>
        new($"The text given as private key holds {_holds}. {advice ?? _advice}");
}
