using System.Reflection;
using System.Runtime.Loader;

namespace PublicApi.Tests;

/// <summary>The public surface of one assembly.</summary>
internal sealed class ApiListing(string assembly)
{
    private static readonly ILookup<string, string> Metadata = typeof(ApiListing).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(data => data.Key, data => data.Value!);

    internal static IEnumerable<ApiListing> All => Metadata["ApiAssembly"].Select(path => new ApiListing(path));

    /// <summary>Package and target framework, such as <c>Fapi.Sdk.net10.0</c>.</summary>
    internal string Name =>
        $"{Path.GetFileNameWithoutExtension(assembly)}.{Path.GetFileName(Path.GetDirectoryName(assembly))}";

    internal string Read()
    {
        // Where the generator looks for what an assembly refers to.
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        var context = new AssemblyLoadContext(Name, isCollectible: true);
        try
        {
            return PublicSurface.Of(context.LoadFromAssemblyPath(assembly));
        }
        finally
        {
            context.Unload();
        }
    }
}
