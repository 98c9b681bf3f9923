namespace Fapi.Leverage.Tool.Calls;

/// <summary>Names the proxy that requests go through.</summary>
internal static class UsedProxy
{
    // In the order in which the platform looks.
    private static readonly string[] Variables = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];

    /// <returns>Null where requests go straight to the exchange, as all to loopback do.</returns>
    internal static string? Describe(Uri address, Terminal terminal)
    {
        var proxy = HttpClient.DefaultProxy;
        if (!address.IsAbsoluteUri || address.Scheme != "https" || address.IsLoopback || proxy.IsBypassed(address)
            || proxy.GetProxy(address) is not { } used)
        {
            return null;
        }

        var variable = Variables.FirstOrDefault(name => terminal.Variable(name) is { Length: > 0 }) ?? "the system";
        // Without its user name and password.
        return $"The connection goes through the proxy {used.Scheme}://{used.Authority} of {variable}.";
    }
}
