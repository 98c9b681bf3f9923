using System.Diagnostics.CodeAnalysis;

namespace Fapi.Sdk.Redis.Tests.Fleets;

/// <summary>Tests that measure, and so run beside no other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
[SuppressMessage("Naming", "CA1711", Justification = "It is one.")]
public sealed class AloneCollection
{
    internal const string Name = "Alone";
}
