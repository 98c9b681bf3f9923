#if NET
using System.Runtime.CompilerServices;
#else
using System.Reflection;
#endif

namespace Fapi.Sdk.Transport;

/// <summary>Lists the handlers that a request passes, from the first to the one that sends it.</summary>
internal static class HandlerChain
{
    /// <returns>Empty where this version of the platform does not show the handler of an invoker.</returns>
    internal static IEnumerable<HttpMessageHandler> From(HttpMessageInvoker invoker) => From(FirstHandler(invoker));

    internal static IEnumerable<HttpMessageHandler> From(HttpMessageHandler? first)
    {
        for (var handler = first; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
        {
            yield return handler;
        }
    }

    /// <returns>True when a request reaches the platform's handler as it is: content that it never asked for was not
    /// sent.</returns>
    internal static bool TellsWhatWasSent(HttpMessageInvoker http)
    {
#if NET
        var chain = From(http).ToList();
        // The factory's own handlers pass a request on as it is.
        return chain.LastOrDefault() is SocketsHttpHandler && chain.SkipLast(1).All(handler =>
            handler.GetType().Namespace?.StartsWith("Microsoft.Extensions.Http", StringComparison.Ordinal) == true);
#else
        return false;
#endif
    }

    /// <returns>True when nothing but the platform's handlers sees a request: they end when its token does.</returns>
    internal static bool HeedsToken(HttpMessageInvoker http) => From(http).All(handler =>
        handler.GetType().Namespace is { } name && Platforms.Any(own => name.StartsWith(own, StringComparison.Ordinal)));

    private static readonly string[] Platforms =
        ["System.Net.Http", "Microsoft.Extensions.Http", typeof(HandlerChain).Namespace!];

    // The platform has no public way from an invoker to its handler. The compiler's accessor is no reflection and
    // survives trimming.
#if NET
    private static HttpMessageHandler? FirstHandler(HttpMessageInvoker invoker)
    {
        try
        {
            return Handler(invoker);
        }
        catch (MissingFieldException)
        {
            return null;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_handler")]
    private static extern ref HttpMessageHandler Handler(HttpMessageInvoker invoker);
#else
    private static HttpMessageHandler? FirstHandler(HttpMessageInvoker invoker) =>
        (Field("_handler") ?? Field("handler"))?.GetValue(invoker) as HttpMessageHandler;

    private static FieldInfo? Field(string name) =>
        typeof(HttpMessageInvoker).GetField(name, BindingFlags.Instance | BindingFlags.NonPublic);
#endif
}
