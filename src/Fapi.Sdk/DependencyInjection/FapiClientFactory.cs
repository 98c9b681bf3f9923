using Fapi.Sdk.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Fapi.Sdk.DependencyInjection;

internal sealed class FapiClientFactory(IServiceProvider services, IEnumerable<FapiAccount> accounts)
    : IFapiClientFactory
{
    public IReadOnlyList<string> Names { get; } = [.. accounts.Select(account => account.Name)];

    public IFapiClient Get(string name) => services.GetKeyedService<IFapiClient>(name)
        ?? throw new ArgumentException(
            $"No account is named '{name}'; registered are {string.Join(", ", Names.Select(known => $"'{known}'"))}.",
            nameof(name));
}

/// <summary>A registered account; the name is empty for the one without.</summary>
internal sealed record FapiAccount(string Name)
{
    /// <summary>Name of its HTTP client in the factory.</summary>
    internal string HttpClientName => Name.Length == 0 ? "Fapi" : $"Fapi:{Name}";
}
