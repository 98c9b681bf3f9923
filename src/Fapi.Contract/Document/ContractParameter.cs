using System.Text.Json;

namespace Fapi.Contract;

/// <summary>A documented parameter, header or form field.</summary>
public sealed class ContractParameter
{
    internal ContractParameter()
    {
    }

    /// <summary>Name as on the wire.</summary>
    public required string Name { get; init; }

    /// <summary><c>query</c>, <c>header</c>, <c>path</c>, <c>cookie</c>, or <c>form</c> for a field of a form
    /// body.</summary>
    public required string In { get; init; }

    /// <summary>True when it has to be sent.</summary>
    public bool Required { get; init; }

    /// <summary>Description, if there is one.</summary>
    public string? Description { get; init; }

    /// <summary>OpenAPI type, such as <c>integer</c>; null when the schema names none.</summary>
    public string? Type { get; init; }

    /// <summary>OpenAPI format, such as <c>int64</c>.</summary>
    public string? Format { get; init; }

    /// <summary>Smallest value, null for none.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Largest value, null for none.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Least number of characters, null for none.</summary>
    public int? MinLength { get; init; }

    /// <summary>Largest number of characters, null for none.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Regular expression that the value has to match, null for none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The value that the server takes when the parameter is not sent.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>The example of the parameter, or of its schema.</summary>
    public JsonElement? Example { get; init; }

    /// <summary>The values that are allowed; empty when any is.</summary>
    public IReadOnlyList<JsonElement> Enum { get; init; } = [];

    /// <summary>The <c>x-</c> extensions of the parameter by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extensions { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>True for a signature over the rest of the request (<c>x-signature: true</c>), which has to
    /// be the last parameter.</summary>
    public bool IsSignature { get; init; }

    /// <summary>True when its value is never shown: a signature, <c>format: password</c>, or the carrier of a security
    /// scheme.</summary>
    public bool IsSecret { get; init; }
}
