using System.Reflection;
using PublicApiGenerator;

namespace PublicApi.Tests;

/// <summary>The public surface of an assembly as text, a member a line.</summary>
internal static class PublicSurface
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        // What names the build or the compiler is no part of what users compile against.
        IncludeAssemblyAttributes = false,
        ExcludeAttributes =
        [
            "System.CodeDom.Compiler.GeneratedCodeAttribute",
            "System.Diagnostics.DebuggerBrowsableAttribute",
            "System.Diagnostics.DebuggerDisplayAttribute",
        ],
        // Extension methods stand in the namespaces of what they extend, which the generator leaves out by default.
        DenyNamespacePrefixes = [],
    };

    internal static string Of(Assembly assembly) =>
        assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd() + "\n";
}
