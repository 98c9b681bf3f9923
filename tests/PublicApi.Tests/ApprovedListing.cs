using System.Reflection;

namespace PublicApi.Tests;

/// <summary>Listings as they were approved; a run with <c>FAPI_APPROVE_API=1</c> approves those of today.</summary>
internal static class ApprovedListing
{
    internal const string Approve = "FAPI_APPROVE_API";

    internal static string Folder { get; } = typeof(ApprovedListing).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "ApprovedFolder").Value!;

    internal static string PathOf(string name) => Path.Combine(Folder, name + ".txt");

    internal static string Read(string name) => File.Exists(PathOf(name)) ? File.ReadAllText(PathOf(name)) : "";

    internal static void WriteIfAsked(string name, string listing)
    {
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            File.WriteAllText(PathOf(name), listing);
        }
    }
}
