using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Fapi.Sdk.Requests;

namespace Fapi.Sdk.Options;

/// <summary>A string that always prints <c>***</c>: in a log, a debugger, a serialised object. Converts implicitly from
/// <c>string</c>, in code and in configuration.</summary>
[TypeConverter(typeof(SecretConverter))]
[DebuggerDisplay("***")]
public sealed class Secret
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    /// <summary>Hides a text.</summary>
    /// <param name="text">The secret.</param>
    public Secret(string text)
    {
        Argument.NotNull(text);
        _text = text;
    }

    /// <summary>Hides a text; null stays null.</summary>
    /// <param name="text">The secret.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Secret?(string? text) => text is null ? null : new Secret(text);

    /// <summary>The text itself. What you do with it is up to you.</summary>
    public string Reveal() => _text;

    /// <summary>Always ***.</summary>
    public override string ToString() => "***";
}
