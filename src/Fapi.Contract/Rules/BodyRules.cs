using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal static class BodyRules
{
    public static IEnumerable<Found> RequestMissing(RequestFacts facts) =>
        facts is { Plan.Body.Required: true, Request.Body.IsEmpty: true }
            ? [new("body", "a body, it is required", "none")]
            : [];

    public static IEnumerable<Found> RequestUnexpected(RequestFacts facts) =>
        facts is { Plan.Body: null, Request.Body: { IsEmpty: false } body }
            ? [new("body", "no body, the operation takes none", $"{body.Length} bytes")]
            : [];

    public static IEnumerable<Found> RequestContentType(RequestFacts facts) =>
        (facts.Plan.Body, facts.Request.Headers.Find("Content-Type")) switch
        {
            (null, { } sent) =>
                [new("header Content-Type", "no content type, the operation takes no body", Excerpt.Quote(sent))],
            ({ Media: var documented }, var sent) when facts is { Request.Body.IsEmpty: false, Body.Media: null } =>
                [ContentType(documented, sent)],
            _ => [],
        };

    public static IEnumerable<Found> ResponseContentType(ResponseFacts facts) =>
        facts is { Plan.Media: { Length: > 0 } documented, Body.Media: null, Response.Body.IsEmpty: false }
            ? [ContentType(documented, facts.ContentType)]
            : [];

    public static IEnumerable<Found> ResponseMissing(ResponseFacts facts) =>
        facts is { Plan.Media.Length: > 0, Response.Body.IsEmpty: true, Request.Method: not "HEAD" }
            ? [new("body", "a body", "none")]
            : [];

    public static IEnumerable<Found> ResponseUnexpected(ResponseFacts facts) =>
        facts is { Plan.Media.Length: 0, Response.Body: { IsEmpty: false } body }
            ? [new("body", "no body", $"{body.Length} bytes")]
            : [];

    public static IEnumerable<Found> Syntax(BodyFacts body) =>
        body.Problem is { } problem ? [new("body", body.ExpectedSyntax, problem)] : [];

    public static IEnumerable<Found> Schema(BodyFacts body, bool isRequest) =>
        body is { Json: { } json, Media.Schema: { } schema }
            ? from fault in schema.Check(json, isRequest)
              let place = fault.Pointer.Length == 0 ? "body" : $"body {Excerpt.Shorten(fault.Pointer)}"
              select new Found(place, fault.Expected, fault.Actual)
            : [];

    private static Found ContentType(MediaPlan[] documented, string? sent) => new(
        "header Content-Type",
        Excerpt.Shorten(string.Join(" or ", documented.Select(m => m.Range.Type))),
        sent is null ? "none" : Excerpt.Quote(sent));
}
