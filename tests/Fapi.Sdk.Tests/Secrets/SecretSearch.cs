namespace Fapi.Sdk.Tests.Secrets;

/// <summary>Searches texts for any piece of a planted secret, in any of its forms.</summary>
internal sealed class SecretSearch
{
    /// <summary>Of a longer form every piece of this length, one after the other, is searched for; of 31 characters in
    /// a row one is found for sure.</summary>
    private const int Piece = 16;

    private readonly Dictionary<string, string> _pieces = [];
    private readonly Dictionary<string, string> _short = [];

    /// <summary>Plants a secret that is text.</summary>
    internal SecretSearch Plant(string name, string text) => Add(name, SecretForms.Of(text));

    /// <summary>Plants a secret that is bytes.</summary>
    internal SecretSearch Plant(string name, byte[] bytes) => Add(name, SecretForms.Encoded(bytes));

    /// <summary>Plants the signature of a request, if it has one, as it was sent and as it is without
    /// percent-encoding.</summary>
    /// <param name="target">Path and query, where the signature is the last parameter.</param>
    internal SecretSearch PlantSignatureOf(string target)
    {
        var parts = target.Split("signature=", 2);
        return parts.Length < 2 ? this
            : Add(
                "signature",
                SecretForms.Escaped(parts[1]).Concat(SecretForms.Escaped(Uri.UnescapeDataString(parts[1]))));
    }

    internal void AssertAbsent(IEnumerable<(string Where, string Text)> texts)
    {
        var found = Find(texts);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <returns>What was found, where, and the line around it; of each source once.</returns>
    internal IReadOnlyCollection<string> Find(IEnumerable<(string Where, string Text)> texts) =>
        [.. texts.SelectMany(
            text => In(text.Text).Select(found => (found.Name, text.Where, Line: Line(text.Text, found.At))))
            .DistinctBy(found => (found.Name, found.Where))
            .Select(found => $"{found.Name} in {found.Where}: {found.Line}")];

    private IEnumerable<(string Name, int At)> In(string text)
    {
        foreach (var (form, name) in _short)
        {
            if (text.IndexOf(form, StringComparison.Ordinal) is >= 0 and var at)
            {
                yield return (name, at);
            }
        }

        var pieces = _pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i + Piece <= text.Length; i++)
        {
            if (pieces.TryGetValue(text.AsSpan(i, Piece), out var name))
            {
                yield return (name, i);
            }
        }
    }

    private static string Line(string text, int at)
    {
        var start = text.LastIndexOf('\n', at) + 1;
        var end = text.IndexOf('\n', at);
        return text[Math.Max(start, at - 100)..Math.Min(end < 0 ? text.Length : end, at + 100)];
    }

    private SecretSearch Add(string name, IEnumerable<string> forms)
    {
        foreach (var form in forms)
        {
            if (form.Length < Piece)
            {
                _short[form] = name;
                continue;
            }

            for (var i = 0; i < form.Length; i += Piece)
            {
                _pieces[form.Substring(Math.Min(i, form.Length - Piece), Piece)] = name;
            }
        }

        return this;
    }
}
