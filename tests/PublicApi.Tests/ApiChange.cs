using System.Text.RegularExpressions;

namespace PublicApi.Tests;

/// <summary>A line of a public surface that came or went.</summary>
/// <param name="Type">Line that declares the type which it belongs to, or the type itself.</param>
/// <param name="Line">The line as listed.</param>
/// <param name="IsAdded">Whether it came.</param>
internal sealed partial record ApiChange(string Type, string Line, bool IsAdded)
{
    /// <summary>Name of the member or type that the line declares; empty for attributes and braces.</summary>
    internal string Member => NameIn(Line);

    internal string FullName => Line == Type ? Member : $"{NameIn(Type)}.{Member}";

    /// <summary>Users have to do something because it came.</summary>
    internal bool BurdensUsers =>
        Line != Type
            && (Type.Contains(" interface ", StringComparison.Ordinal)
                || Line.Contains(" abstract ", StringComparison.Ordinal)
                || Line.Contains(" required ", StringComparison.Ordinal));

    private static string NameIn(string line) =>
        Name().Match(line.Trim()) is { Success: true } match ? match.Groups[1].Value : "";

    // A word before parameters, accessors, a value, a base, or the end; attributes and braces begin with none.
    [GeneratedRegex(@"^(?:\w[^(={:]*?[\s.])?(\w+)(?:<[\w, ]+>)?\s*(?:[(={:,]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
