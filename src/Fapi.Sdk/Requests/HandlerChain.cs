#if NET
using System.Runtime.CompilerServices;
#else
using System.Reflection;
#endif

namespace Fapi.Sdk.Requests;

/// <summary>The handlers that a request passes, as far as they can be seen.</summary>
internal static class HandlerChain
{
    /// <exception cref="ArgumentException">The chain follows redirects.</exception>
    internal static void ThrowIfItFollowsRedirects(HttpMessageInvoker http)
    {
        if (Last(http, out _) is HttpClientHandler { AllowAutoRedirect: true }
#if NET
            or SocketsHttpHandler { AllowAutoRedirect: true }
#endif
            )
        {
            throw new ArgumentException(
                "The handler follows redirects, and would carry the API key to another host; set AllowAutoRedirect = false, "
                + "or use FapiHttpHandler.Create(). Nothing was sent.",
                nameof(http));
        }
    }

    /// <returns>True when a request reaches the platform's handler as it is: content that it never asked for was not
    /// sent.</returns>
    internal static bool TellsWhatWasSent(HttpMessageInvoker http)
    {
#if NET
        return Last(http, out var isPlatforms) is SocketsHttpHandler && isPlatforms;
#else
        return false;
#endif
    }

    private static HttpMessageHandler? Last(HttpMessageInvoker http, out bool isPlatforms)
    {
        isPlatforms = true;
        var handler = First(http);
        while (handler is DelegatingHandler delegating)
        {
            // The factory's own ones pass a request on as it is.
            isPlatforms &= handler.GetType().Namespace?.StartsWith(
                "Microsoft.Extensions.Http", StringComparison.Ordinal) == true;
            handler = delegating.InnerHandler;
        }

        return handler;
    }

#if NET
    private static HttpMessageHandler? First(HttpMessageInvoker http)
    {
        try
        {
            return HandlerOf(http);
        }
        catch (MissingFieldException)
        {
            return null;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_handler")]
    private static extern ref HttpMessageHandler HandlerOf(HttpMessageInvoker http);
#else
    // The field has one name in .NET and another in .NET Framework.
    private static HttpMessageHandler? First(HttpMessageInvoker http) =>
        (Field("_handler") ?? Field("handler"))?.GetValue(http) as HttpMessageHandler;

    private static FieldInfo? Field(string name) =>
        typeof(HttpMessageInvoker).GetField(name, BindingFlags.Instance | BindingFlags.NonPublic);
#endif
}
