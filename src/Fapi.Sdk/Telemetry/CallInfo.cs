namespace Fapi.Sdk.Telemetry;

/// <summary>A call as telemetry sees it.</summary>
/// <param name="Operation">Operation that is called.</param>
/// <param name="Attempt">Number of the current attempt; 0 before the first.</param>
/// <param name="Elapsed">Time since the call began.</param>
internal readonly record struct CallInfo(FapiOperation Operation, int Attempt, TimeSpan Elapsed);
