namespace Fapi.Sdk.DependencyInjection;

/// <summary>An account that was registered; the name is empty for the one without.</summary>
internal sealed record FapiAccount(string Name);
