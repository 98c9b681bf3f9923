using System.Text.RegularExpressions;
using NJsonSchema;

namespace Fapi.Contract.Linting;

/// <summary>Turns names of a spec into those of C#, by the conversions of the generator.</summary>
internal static partial class CSharpName
{
    // Members that every type has.
    private static readonly string[] Inherited =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    public static string Operation(string id)
    {
        var name = ConversionUtilities.ConvertToUpperCamelCase(id, false);
        return name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] : name;
    }

    public static string Parameter(string name) =>
        ConversionUtilities.ConvertToLowerCamelCase(Regex.Replace(name, "[-.:]", "_"), true);

    public static string Member(string name) =>
        ConversionUtilities.ConvertToUpperCamelCase(
            Regex.Replace(Regex.Replace(name, "[\"@?$\\[\\])]", ""), "[.=]", "-"), true);

    public static string Type(string name) =>
        ConversionUtilities.ConvertToUpperCamelCase(name[(name.LastIndexOf('.') + 1)..], true);

    /// <param name="entry">An item of <c>x-error-codes</c>.</param>
    public static string Code(SourceNode entry) => string.Concat((entry["name"]?.Text ?? "").ToLowerInvariant()
        .Split('_', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Adds a name to those that are taken; says what speaks against it, if anything does.</summary>
    public static string? Take(string name, ISet<string> taken) =>
        !Word().IsMatch(name) ? "cannot be made into a name in C#"
        : Inherited.Contains(name) || !taken.Add(name) ? $"would be {name} in C#, a name that is taken"
        : null;

    [GeneratedRegex(@"^[\p{L}_][\w]*\z")]
    private static partial Regex Word();
}
