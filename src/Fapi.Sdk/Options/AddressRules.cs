namespace Fapi.Sdk.Options;

/// <summary>Checks the base address. Plain http is for this machine only.</summary>
internal static class AddressRules
{
    internal static string? Failure(Uri? address) => address switch
    {
        null => $"BaseAddress is not set; give the address of the exchange, such as {FapiEnvironments.Testnet} or "
            + $"{FapiEnvironments.Live}.",
        _ when !address.IsAbsoluteUri || address.Scheme is not ("https" or "http") =>
            $"BaseAddress is {Shown(address)}; it has to be an https address, such as {FapiEnvironments.Testnet}.",
        { Scheme: "http", IsLoopback: false } =>
            $"BaseAddress is {Shown(address)}; plain http is allowed to loopback only. Use https.",
        { UserInfo.Length: > 0 } =>
            $"BaseAddress is {Shown(address)} with a user name or password before the host (not shown); take that "
                + "away.",
        { PathAndQuery: not "/" } or { Fragment.Length: > 0 } =>
            $"BaseAddress is {Shown(address)}; it has to be scheme, host and port only.",
        _ => null,
    };

    // Without user info, which may be a password.
    private static string Shown(Uri address)
    {
        var text = address.IsAbsoluteUri
            ? address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped)
            : address.OriginalString;
        // Without a scheme, what looks like one may be a user name.
        return SafeText.IsPath(text) && !text.Contains('@')
            ? $"'{text}'"
            : "no address (not shown, as it may be a key)";
    }
}
