namespace Fapi.Sdk.Redis.Sharing;

/// <summary>Where a process takes weight from.</summary>
internal enum SharingMode
{
    /// <summary>Redis was not reached yet; calls wait for it.</summary>
    Connecting,

    /// <summary>Weight comes from Redis.</summary>
    Shared,

    /// <summary>Redis is reached, and was empty: until all have told their accounts each stays alone.</summary>
    Settling,

    /// <summary>Redis is not reached: the process keeps to its share.</summary>
    Alone,
}
