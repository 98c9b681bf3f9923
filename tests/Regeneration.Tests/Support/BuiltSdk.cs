using Fapi.SpecReview.Sides;

namespace Regeneration.Tests.Support;

/// <summary>A Fapi.Sdk that a test has built.</summary>
internal sealed class BuiltSdk(string folder) : IDisposable
{
    private readonly LoadedSdk _sdk = new(folder);

    internal Type Type(string name) => _sdk.Type(name);

    internal object Member(string type, string name) => Type(type).GetProperty(name)!.GetValue(null)!;

    /// <summary>A method of the client with its types and defaults, as C# writes them.</summary>
    internal string Signature(string method) => MethodText.Of(Type("IFapiClient").GetMethod(method)!);

    internal dynamic Client(HttpClient http, Uri baseAddress) => _sdk.Client(http, baseAddress);

    public void Dispose() => _sdk.Dispose();
}
