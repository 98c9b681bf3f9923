using System.Reflection;
using System.Runtime.Versioning;

namespace Fapi.Sdk.Tests.Support;

/// <summary>Which build of the SDK the tests run on.</summary>
internal static class TestedBuild
{
    internal static bool IsNetStandard { get; } = typeof(FapiClient).Assembly
        .GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.StartsWith(".NETStandard", StringComparison.Ordinal);

    /// <summary>netstandard2.0 has no API that tells who may read a file.</summary>
    internal static bool KnowsFileModes => !IsNetStandard;
}
