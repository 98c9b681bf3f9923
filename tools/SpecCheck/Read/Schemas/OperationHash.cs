using System.Security.Cryptography;
using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Read.Schemas;

/// <summary>One value for everything that a schema says of an operation, with every reference followed.</summary>
internal static class OperationHash
{
    private const int MaxLength = 5_000_000;

    public static string Compute(SourceNode operation)
    {
        var text = new StringBuilder();
        Append(text, operation, []);
        return Compute(Encoding.UTF8.GetBytes(text.ToString()));
    }

    public static string Compute(ReadOnlySpan<byte> content) =>
        $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";

    private static void Append(StringBuilder text, SourceNode node, HashSet<object> within)
    {
        // A schema may contain itself, and shared ones may multiply: what was said is enough to tell a change.
        if (text.Length > MaxLength || !within.Add(node.Identity))
        {
            return;
        }

        var (start, end) = node.IsMap ? ('{', '}') : node.IsList ? ('[', ']') : ('"', '"');
        text.Append(start).Append(node.Text);
        foreach (var (label, value) in node.Entries.Select(one => ($"{one.Name}:", one.Value))
            .Concat(node.Items.Select(item => ("", item))))
        {
            text.Append(label);
            Append(text, value, within);
        }

        text.Append(end);
        within.Remove(node.Identity);
    }
}
