using Fapi.Sdk.Options;
using Fapi.Sdk.Transport;
using Microsoft.Extensions.Options;

namespace Fapi.Sdk.DependencyInjection;

/// <summary>Options without a setting, by which the handlers of a client are checked when the host starts.</summary>
/// <remarks>Not a validator of <see cref="FapiClientOptions"/>, which a handler of the app may itself ask
/// for.</remarks>
internal sealed class HandlerCheck;

/// <summary>Refuses handlers that must not see a signed request.</summary>
internal sealed class HandlerCheckValidator(
    IHttpMessageHandlerFactory handlers, IOptionsMonitor<FapiClientOptions> clients)
    : IValidateOptions<HandlerCheck>
{
    public ValidateOptionsResult Validate(string? name, HandlerCheck options)
    {
        var httpClient = new FapiAccount(name ?? "").HttpClientName;
        var failures = HandlerRules.Failures(HandlerChain.From(handlers.CreateHandler(httpClient)), Address(name))
            .Select(failure => $"HTTP client '{httpClient}': {failure}")
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private Uri? Address(string? name)
    {
        try
        {
            return clients.Get(name).BaseAddress;
        }
        catch (OptionsValidationException)
        {
            // Told by the options' own check.
            return null;
        }
    }
}
