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

/// <summary>A PEM block, by its label; with the base64 of its bytes where it has nothing else.</summary>
internal sealed class PemBlock(string label, string? body)
{
    private const string Dashes = "-----";
    private const string Begin = Dashes + "BEGIN ";
    private const int LongestLabel = 64;

    internal string Label => label;

    /// <summary>Everything between the lines of its begin and end; null when it is cut off before its end.</summary>
    internal string? Body => body;

    /// <summary>The first private key; where there is none the first block of another kind; null without any.</summary>
    internal static PemBlock? Find(string text)
    {
        var blocks = text.Replace("\\r", "\n").Replace("\\n", "\n").Split([Begin], StringSplitOptions.None)
            .Skip(1).Select(Read).OfType<PemBlock>().ToList();
        return blocks.Find(block => block.Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal))
            ?? blocks.FirstOrDefault();
    }

    /// <summary>Its bytes; null when they are not in base64. Whoever asks clears them.</summary>
    internal byte[]? Decode()
    {
        try
        {
            return body is null ? null : Convert.FromBase64String(body);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The block without blanks in its base64.</summary>
    public override string ToString() =>
        $"{Begin}{label}{Dashes}\n{string.Concat((body ?? "").Where(c => !char.IsWhiteSpace(c)))}\n"
            + $"{Dashes}END {label}{Dashes}\n";

    private static PemBlock? Read(string text)
    {
        var end = text.IndexOf(Dashes, StringComparison.Ordinal);
        if (end is < 0 or > LongestLabel)
        {
            return null;
        }

        var (label, rest) = (text.Substring(0, end), text.Substring(end + Dashes.Length));
        var close = rest.IndexOf($"{Dashes}END {label}{Dashes}", StringComparison.Ordinal);
        return new(label, close <= 0 ? null : rest.Substring(0, close));
    }
}
