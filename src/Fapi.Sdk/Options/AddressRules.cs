namespace Fapi.Sdk.Options;

/// <summary>Checks the base address. Plain http is for this machine only.</summary>
internal static class AddressRules
{
    internal static IEnumerable<string> Failures(Uri? address)
    {
        if (address is null)
        {
            yield return "BaseAddress is not set; give the address of the exchange, such as "
                + $"{FapiEnvironments.Testnet} or {FapiEnvironments.Live}.";
        }
        else if (!address.IsAbsoluteUri || (address.Scheme != "https" && address.Scheme != "http"))
        {
            yield return $"BaseAddress is {Shown(address)}; it has to be an https address, such as "
                + $"{FapiEnvironments.Testnet}.";
        }
        else if (address.Scheme == "http" && !address.IsLoopback)
        {
            yield return $"BaseAddress is {Shown(address)}; plain http is allowed to loopback only. Use https.";
        }
        else if (address.UserInfo.Length > 0)
        {
            yield return $"BaseAddress is {Shown(address)} with a user name or password before the host (not shown); "
                + "take that away.";
        }
        else if (address.PathAndQuery != "/" || address.Fragment.Length > 0)
        {
            yield return $"BaseAddress is {Shown(address)}; it has to be scheme, host and port only.";
        }
    }

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
