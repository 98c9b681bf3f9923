using System.Reflection;
using System.Runtime.Loader;

namespace Fapi.SpecReview.Sides;

/// <summary>A Fapi.Sdk that was built on its own, loaded apart from everything else in this process.</summary>
internal sealed class LoadedSdk : IDisposable
{
    internal const string ApiKey = "key-of-a-review";

    private readonly FolderContext _context;

    /// <param name="folder">Holds Fapi.Sdk.dll and all that it depends on.</param>
    internal LoadedSdk(string folder)
    {
        _context = new FolderContext(folder);
        Assembly = _context.LoadFromAssemblyPath(Path.Combine(folder, "Fapi.Sdk.dll"));
    }

    internal Assembly Assembly { get; }

    internal Type Type(string name) => Assembly.GetType($"Fapi.Sdk.{name}", throwOnError: true)!;

    /// <summary>A client for one attempt a call; its members are bound when they are called, as only the built assembly knows them.</summary>
    internal dynamic Client(HttpClient http, Uri baseAddress)
    {
        dynamic options = Activator.CreateInstance(Type("Options.FapiClientOptions"))!;
        options.BaseAddress = baseAddress;
        options.ApiKey = ApiKey;
        options.ApiSecret = "secret-of-a-review";
        options.Retry.MaxAttempts = 1;
        options.Time.Sync = (dynamic)Enum.Parse(Type("Options.TimeSync"), "Never");
        return Activator.CreateInstance(Type("FapiClient"), http, (object)options)!;
    }

    /// <summary>A value as this SDK's own serializer reads it.</summary>
    internal object? Value(string json, Type type) => _context.LoadFromAssemblyName(new AssemblyName("Newtonsoft.Json"))
        .GetType("Newtonsoft.Json.JsonConvert", throwOnError: true)!
        .GetMethod("DeserializeObject", [typeof(string), typeof(Type)])!
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [json, type], null);

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
