#if NET
using System.Diagnostics.CodeAnalysis;
#endif
using Fapi.Sdk.Options;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Fapi.Sdk.DependencyInjection;

/// <summary>Binds options to a section of the configuration, without quoting a value that cannot be read: it may be a
/// secret in the wrong place.</summary>
internal static class SectionBinding
{
    internal static void BindTo(this OptionsBuilder<FapiClientOptions> builder, IConfigurationSection section)
    {
        builder.Services.AddSingleton<IOptionsChangeTokenSource<FapiClientOptions>>(
            new ConfigurationChangeTokenSource<FapiClientOptions>(builder.Name, section));
        builder.Configure(options => Bind(options, builder.Name, section));
    }

#if NET
    // The generator of bindings can neither read a Secret nor leave out what no configuration holds.
    private const DynamicallyAccessedMemberTypes Bound =
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicConstructors;

    [DynamicDependency(Bound, typeof(FapiClientOptions))]
    [DynamicDependency(Bound, typeof(LimitOptions))]
    [DynamicDependency(Bound, typeof(ParameterLimit))]
    [DynamicDependency(Bound, typeof(RetryOptions))]
    [DynamicDependency(Bound, typeof(TimeOptions))]
    [DynamicDependency(Bound, typeof(SecretConverter))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicMethods, typeof(ICollection<string>))]
    [DynamicDependency(
        DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.PublicProperties,
        typeof(IDictionary<string, ParameterLimit>))]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The types of the options are kept.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "No option is an array or of a generic value type.")]
#endif
    private static void Bind(FapiClientOptions options, string name, IConfigurationSection section)
    {
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException e)
        {
            var reason = section.AsEnumerable()
                .Where(setting => !string.IsNullOrEmpty(setting.Value))
                .Aggregate(e.Message, (message, setting) => message.Replace($"'{setting.Value}'", "'***'"));
            throw new OptionsValidationException(
                name, typeof(FapiClientOptions), [FapiClientOptionsValidator.OfAccount(name, reason)]);
        }
    }
}
