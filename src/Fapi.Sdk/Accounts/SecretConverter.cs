using System.ComponentModel;

namespace Fapi.Sdk.Options;

/// <summary>Lets configuration bind a <see cref="Secret"/>; back to text it is ***.</summary>
internal sealed class SecretConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? new Secret(text) : base.ConvertFrom(context, culture, value);
}
