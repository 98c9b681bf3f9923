using System.Reflection;
using System.Runtime.Loader;

namespace Regeneration.Tests.Support;

/// <summary>A Fapi.Sdk that a test has built, loaded apart from everything else in this process.</summary>
internal sealed class BuiltSdk : IDisposable
{
    internal const string ApiKey = "key-of-a-test";
    internal const string ApiSecret = "secret-of-a-test";

    private readonly FolderContext _context;
    private readonly Assembly _assembly;

    /// <param name="folder">Holds Fapi.Sdk.dll and all that it depends on.</param>
    internal BuiltSdk(string folder)
    {
        _context = new FolderContext(folder);
        _assembly = _context.LoadFromAssemblyPath(Path.Combine(folder, "Fapi.Sdk.dll"));
    }

    internal Type Type(string name) => _assembly.GetType($"Fapi.Sdk.{name}", throwOnError: true)!;

    internal object Member(string type, string name) => Type(type).GetProperty(name)!.GetValue(null)!;

    /// <summary>A method of the client with its types and defaults, as C# writes them.</summary>
    internal string Signature(string method) => MethodText.Of(Type("IFapiClient").GetMethod(method)!);

    /// <summary>A client for one attempt a call; its members are bound when they are called, as only the built assembly
    /// knows them.</summary>
    internal dynamic Client(HttpClient http, Uri baseAddress, Action<dynamic>? change = null)
    {
        dynamic options = Activator.CreateInstance(Type("Options.FapiClientOptions"))!;
        options.BaseAddress = baseAddress;
        options.ApiKey = ApiKey;
        options.ApiSecret = ApiSecret;
        options.Retry.MaxAttempts = 1;
        options.Time.Sync = (dynamic)Enum.Parse(Type("Options.TimeSync"), "Never");
        change?.Invoke(options);
        return Activator.CreateInstance(Type("FapiClient"), http, (object)options)!;
    }

    public void Dispose() => _context.Unload();

    private sealed class FolderContext(string folder) : AssemblyLoadContext("built SDK", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
