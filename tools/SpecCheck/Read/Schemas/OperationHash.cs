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

        text.Append(node.IsMap ? '{' : node.IsList ? '[' : '"').Append(node.Text);
        foreach (var (name, value) in node.Entries)
        {
            text.Append(name).Append(':');
            Append(text, value, within);
        }

        foreach (var item in node.Items)
        {
            Append(text, item, within);
        }

        text.Append(node.IsMap ? '}' : node.IsList ? ']' : '"');
        within.Remove(node.Identity);
    }
}
