namespace Fapi.Sdk.DependencyInjection;

/// <summary>A registered account; the name is empty for the one without.</summary>
internal sealed record FapiAccount(string Name)
{
    /// <summary>Name of its HTTP client in the factory.</summary>
    internal string HttpClientName => Name.Length == 0 ? "Fapi" : $"Fapi:{Name}";
}
