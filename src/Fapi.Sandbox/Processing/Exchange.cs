using System.Text.Json;
using Fapi.Sandbox.Checks;
using Fapi.Sandbox.Keys;

namespace Fapi.Sandbox.Processing;

/// <summary>The simulated exchange without its network: takes a request, gives a response, keeps the state.</summary>
internal sealed class Exchange
{
    // Reading the embedded contract takes longer than starting a server.
    private static readonly Lazy<ContractVerifier> Embedded = new(ContractVerifier.Embedded);

    private readonly ContractDocument _document;
    private readonly ContractVerifier? _verifier;
    private readonly ErrorTable _errors;
    private readonly OperationHandlers _handlers;
    private readonly string _weightHeader;
    private readonly RequestChecks _checks;

    public Exchange(SandboxOptions options)
    {
        var contract = options.Contract ?? Embedded.Value;
        _document = contract.Document;
        _verifier = options.CheckContract ? contract : null;
        _errors = new ErrorTable(_document);
        Clock = new ExchangeClock(options.TimeProvider) { Offset = options.ClockOffset };
        Symbols = new SandboxSymbols(options.FurtherSymbols);
        Latency = options.Latency;
        Accounts = new SandboxAccounts(new KeyMaker(options.Seed), Symbols);
        Log = new RequestLog(options.RequestsKept);
        var rule = WeightLimit.From(_document);
        _weightHeader = WeightLimit.HeaderPrefix + rule.HeaderSuffix;
        Weights = new WeightMeter(
            rule, options.WeightLimit ?? rule.Limit, options.RefusalsBeforeBan, options.BanDuration);
        _handlers = new OperationHandlers(_errors, Symbols);
        _checks = new RequestChecks(_errors, _document, Accounts);
    }

    public ExchangeClock Clock { get; }

    /// <summary>Time from each request to its response, at least.</summary>
    public TimeSpan Latency { get; }

    public SandboxSymbols Symbols { get; }

    public SandboxAccounts Accounts { get; }

    public WeightMeter Weights { get; }

    public FaultScript Faults { get; } = new();

    public RequestLog Log { get; }

    public (ExchangeResponse? Response, Fault Fault) Process(ReceivedRequest request)
    {
        var operation = _document.Match(request.Method, request.Message.Target);
        var scripted = Faults.Take(operation?.Id);
        var fault = scripted ?? Fault.None;
        Clock.Jump(fault.ClockJumpBy);
        var weight = Weights.Take(request.RemoteIp, WeightOf(operation), Clock.Now);
        var call = new ExchangeCall(request, operation, weight, Clock.Now.ToUnixTimeMilliseconds());

        var response = fault.IsProcessed ? _checks.Check(call) ?? _handlers.Handle(call) : null;
        var told = fault.Replace(_errors, response);
        if (told is { IsComplete: false })
        {
            told = told.With(_weightHeader, weight.Used.ToString(CultureInfo.InvariantCulture));
        }

        var recorded = fault.HasResponse ? told?.ToRecorded() : null;
        Log.Add(new SandboxRequest
        {
            ArrivedAt = request.ArrivedAt,
            Request = request.Message,
            Response = recorded,
            OperationId = operation?.Id,
            Account = call.Account,
            Executed = response is { IsRefusal: false },
            Fault = scripted,
            Findings = Verify(request.Message, operation, fault.BreaksContract ? null : recorded),
        });
        return (told, fault);
    }

    /// <summary>Notes a request that could not be read as one for the exchange.</summary>
    public void Reject(ReceivedRequest request, int status) => Log.Add(new SandboxRequest
    {
        ArrivedAt = request.ArrivedAt,
        Request = request.Message,
        Response = new RecordedResponse(status),
        Findings = Verify(request.Message, null, null),
    });

    private ContractFinding[] Verify(
        RecordedRequest request, ContractOperation? operation, RecordedResponse? response) =>
        _verifier is null ? []
        : operation is null || response is null ? [.. _verifier.VerifyRequest(request)]
        : [.. _verifier.VerifyRequest(request), .. _verifier.VerifyResponse(request, response)];

    private static int WeightOf(ContractOperation? operation) =>
        operation?.Extensions.GetValueOrDefault("x-weight") is { ValueKind: JsonValueKind.Number } weight
            ? weight.GetInt32() : 1;
}
