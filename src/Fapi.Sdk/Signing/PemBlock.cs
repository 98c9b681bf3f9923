namespace Fapi.Sdk.Signing;

/// <summary>A PEM block, by its label; with the base64 of its bytes where it has nothing else.</summary>
internal sealed class PemBlock(string label, string body)
{
    private const string Dashes = "-----";
    private const string Begin = Dashes + "BEGIN ";
    private const int LineLength = 64;

    internal string Label => label;

    /// <summary>Everything between the lines of its begin and end; null when it is cut off before its end.</summary>
    internal string? Body { get; } = body.Length == 0 ? null : body;

    /// <summary>The first private key; where there is none the first block of another kind; null without any.</summary>
    internal static PemBlock? Find(string text)
    {
        text = text.Replace("\\r", "\n").Replace("\\n", "\n");
        PemBlock? first = null;
        for (var at = text.IndexOf(Begin, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Begin, at + 1, StringComparison.Ordinal))
        {
            var block = Read(text, at + Begin.Length);
            if (block?.Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal) == true)
            {
                return block;
            }

            first ??= block;
        }

        return first;
    }

    /// <summary>Its bytes; null when they are not in base64. Whoever asks clears them.</summary>
    internal byte[]? Decode()
    {
        try
        {
            return Body is null ? null : Convert.FromBase64String(Body);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The block as the rule wants it: lines of 64 characters, no blanks around them.</summary>
    public override string ToString()
    {
        var base64 = string.Concat((Body ?? "").Where(c => !char.IsWhiteSpace(c)));
        var lines = Enumerable.Range(0, (base64.Length + LineLength - 1) / LineLength)
            .Select(line => base64.Substring(line * LineLength, Math.Min(LineLength, base64.Length - (line * LineLength))));
        return $"{Begin}{label}{Dashes}\n{string.Join("\n", lines)}\n{Dashes}END {label}{Dashes}\n";
    }

    private static PemBlock? Read(string text, int start)
    {
        var end = text.IndexOf(Dashes, start, StringComparison.Ordinal);
        if (end < 0 || end - start > LineLength)
        {
            return null;
        }

        var label = text.Substring(start, end - start);
        var body = end + Dashes.Length;
        var close = text.IndexOf($"{Dashes}END {label}{Dashes}", body, StringComparison.Ordinal);
        return new(label, close < 0 ? "" : text.Substring(body, close - body));
    }
}
