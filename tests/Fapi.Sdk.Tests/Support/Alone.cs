namespace Fapi.Sdk.Tests.Support;

/// <summary>Tests that measure the process, and that no other test may run beside.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
