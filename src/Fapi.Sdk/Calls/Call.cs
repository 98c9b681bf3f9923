using Fapi.Sdk.Accounts;
using Fapi.Sdk.Requests;
using Fapi.Sdk.Responses;
using Fapi.Sdk.Telemetry;
using Fapi.Sdk.Time;

namespace Fapi.Sdk.Calls;

/// <summary>State of one call over all its attempts. Reused for another call when it has ended.</summary>
internal sealed class Call(TimeProvider time, CancellationToken disposal) : IDisposable
{
    private int _parametersEnd;
    private byte[] _signature = [];
    private int _signatureLength;
    private List<FapiAttempt>? _attempts;

    internal FapiOperation Operation { get; private set; } = null!;

    /// <summary>Options of this call; null for those of the client.</summary>
    internal FapiCallOptions? Options { get; private set; }

    internal Deadline Deadline { get; } = new(time, disposal);

    internal RequestTarget Target { get; } = new();

    /// <summary>Header parameters; null without any.</summary>
    internal List<(string Name, string Value)>? Headers { get; private set; }

    internal RequestContent Content { get; private set; } = new();

    /// <summary>Response body of the latest attempt.</summary>
    internal ResponseBody Body { get; } = new();

    /// <summary>Reads the body; null where the operation returns nothing.</summary>
    internal ResponseType? ResponseType { get; set; }

    internal object? Response { get; set; }

    /// <summary>True when <see cref="Response"/> is to be the whole <see cref="FapiResponse"/>.</summary>
    internal bool KeepsResponse { get; set; }

    /// <summary>The code by which the exchange said that the state was so already; null otherwise.</summary>
    internal int? AlreadySet { get; set; }

    /// <summary>The key that the call began with; null when it needs none, or there is none.</summary>
    internal FapiCredentials? Credentials { get; set; }

    /// <summary>1 for the first attempt; 0 before it.</summary>
    internal int AttemptNumber { get; private set; }

    /// <summary>The measurement of the clock that the latest attempt was stamped by.</summary>
    internal ExchangeClock.Measurement? StampedBy { get; set; }

    internal bool HasResynced { get; set; }

    /// <summary>True when the latest attempt was handed to the network.</summary>
    internal bool IsSent { get; set; }

    /// <summary>True when it was and nothing is known of it yet.</summary>
    internal bool IsUnderWay { get; set; }

    /// <summary>True when the latest response can be read no better by sending again.</summary>
    internal bool IsFinal { get; set; }

    /// <summary>True when handlers of the app go on with the latest request, which nobody waits for.</summary>
    internal bool WasLeft { get; private set; }

    internal bool MayHaveBeenExecuted =>
        (IsUnderWay && Operation.ChangesState)
        || _attempts?.Exists(attempt => attempt.Outcome == FapiOutcome.Unknown) == true;

    internal IReadOnlyList<FapiAttempt> Attempts => _attempts ?? [];

    internal CallInfo Info => new(Operation, AttemptNumber, Deadline.Start, time);

    internal void Begin(FapiOperation operation, FapiCallOptions? options, TimeSpan longest)
    {
        (Operation, Options) = (operation, options);
        Deadline.Begin(longest);
    }

    /// <summary>Resets for reuse. The attempt list is released: an exception may own it.</summary>
    internal void End()
    {
        Deadline.Close();
        Target.Clear();
        Body.Clear();
        Content = Content.IsChanged ? new() : Content;
        (ResponseType, Response, Credentials, StampedBy) = (null, null, null, null);
        (_attempts, Headers) = (null, null);
        (HasResynced, IsSent, IsUnderWay, IsFinal) = (false, false, false, false);
        (Options, AlreadySet, KeepsResponse) = (null, null, false);
        AttemptNumber = _signatureLength = 0;
    }

    public void Dispose() => Deadline.Dispose();

    /// <summary>Drops stamp, signature and response of the attempt before.</summary>
    internal void BeginAttempt()
    {
        if (AttemptNumber++ == 0)
        {
            _parametersEnd = Target.Length;
        }

        DropStamp();
        Body.Clear();
        IsSent = Content.WasAsked = WasLeft = false;
    }

    /// <summary>Leaves the latest request to handlers that go on with it.</summary>
    internal void Leave() => (WasLeft, Content) = (true, new());

    internal void DropStamp() => Target.Truncate(_parametersEnd);

    internal ReadOnlySpan<byte> Signature => _signature.AsSpan(0, _signatureLength);

    /// <summary>Returns room for a signature; valid until the next one.</summary>
    internal Memory<byte> SignatureBuffer(int length)
    {
        if (_signature.Length < length)
        {
            _signature = new byte[length];
        }

        return _signature.AsMemory(0, length);
    }

    /// <summary>Appends the signature that was written into the buffer.</summary>
    internal void AddSignature(int length)
    {
        _signatureLength = length;
        Target.Add("signature", Signature);
    }

    internal void AddHeader(string name, object? value)
    {
        if (value is not null)
        {
            (Headers ??= []).Add((name, QueryValue.FormatHeader(name, value)));
        }
    }

    internal void Note(FapiException failure)
    {
        IsUnderWay = false;
        (_attempts ??= []).Add(new FapiAttempt(failure.Outcome, failure.StatusCode, failure.ExchangeCode, IsSent));
    }
}
