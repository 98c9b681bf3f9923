using System.Reflection;
using System.Runtime.Versioning;

namespace Fapi.Sdk.Tests.Support;

/// <summary>Which build of the SDK the tests run on.</summary>
internal static class TestedBuild
{
    internal const string HasNoSuchApi = "netstandard2.0 has no API for it.";

    internal static bool IsNetStandard { get; } = typeof(FapiClient).Assembly
        .GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.StartsWith(".NETStandard", StringComparison.Ordinal);
}
