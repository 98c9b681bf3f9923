using System.Net;
using System.Net.Sockets;

namespace Fapi.SpecCheck.Read.Fetching;

/// <summary>Tells addresses of the public web from those of this machine and of private networks.</summary>
internal static class NetworkBoundary
{
    internal static bool IsAllowed(Uri address) =>
        IsSecure(address) || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    internal static bool IsSecure(Uri address) => address.Scheme == Uri.UriSchemeHttps;

    internal static bool IsLocal(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.DnsSafeHost, out var ip) && IsPrivate(ip));

    internal static bool IsPrivate(IPAddress address) =>
        IPAddress.IsLoopback(address) || (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address) switch
        {
            { AddressFamily: AddressFamily.InterNetwork } four => four.GetAddressBytes() is
                [0 or 10 or 127, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..]
                or [100, >= 64 and <= 127, ..],
            var six => six.IsIPv6LinkLocal || six.IsIPv6UniqueLocal || six.Equals(IPAddress.IPv6Any),
        };
}
