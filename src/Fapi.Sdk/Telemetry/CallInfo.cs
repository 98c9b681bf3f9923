namespace Fapi.Sdk.Telemetry;

/// <summary>A call as telemetry sees it.</summary>
/// <param name="Operation">Operation that is called.</param>
/// <param name="Attempt">Number of the current attempt; 0 before the first.</param>
/// <param name="Start">Monotonic time at which the call began.</param>
/// <param name="Time">Its clock, which is read only when somebody asks.</param>
internal readonly record struct CallInfo(FapiOperation Operation, int Attempt, long Start, TimeProvider Time)
{
    /// <summary>Time since the call began.</summary>
    internal TimeSpan Elapsed => Time.GetElapsedTime(Start);
}
