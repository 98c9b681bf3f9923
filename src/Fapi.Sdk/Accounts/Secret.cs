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

/// <summary>Lets configuration bind a <see cref="Secret"/>; back to text it is ***.</summary>
internal sealed class SecretConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? new Secret(text) : base.ConvertFrom(context, culture, value);
}
