using Fapi.Contract.Findings;
using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal static class BodyRules
{
    public static void RequestMissing(RequestFacts facts, FindingSink findings)
    {
        if (facts.Plan.Body is { Required: true } && facts.Request.Body.IsEmpty)
        {
            findings.Add("body", "a body, it is required", "none");
        }
    }

    public static void RequestUnexpected(RequestFacts facts, FindingSink findings)
    {
        if (facts.Plan.Body is null && !facts.Request.Body.IsEmpty)
        {
            findings.Add("body", "no body, the operation takes none", $"{facts.Request.Body.Length} bytes");
        }
    }

    public static void RequestContentType(RequestFacts facts, FindingSink findings)
    {
        var sent = facts.Request.Headers.Find("Content-Type");
        if (facts.Plan.Body is { } body)
        {
            if (!facts.Request.Body.IsEmpty && facts.Body.Media is null)
            {
                AddContentType(body.Media, sent, findings);
            }
        }
        else if (sent is not null)
        {
            findings.Add("header Content-Type", "no content type, the operation takes no body", Excerpt.Quote(sent));
        }
    }

    public static void ResponseContentType(ResponseFacts facts, FindingSink findings)
    {
        if (facts is { Plan.Media: { Length: > 0 } documented, Body.Media: null, Response.Body.IsEmpty: false })
        {
            AddContentType(documented, facts.ContentType, findings);
        }
    }

    public static void ResponseMissing(ResponseFacts facts, FindingSink findings)
    {
        if (facts is { Plan.Media.Length: > 0, Response.Body.IsEmpty: true } && facts.Request.Method != "HEAD")
        {
            findings.Add("body", "a body", "none");
        }
    }

    public static void ResponseUnexpected(ResponseFacts facts, FindingSink findings)
    {
        if (facts is { Plan.Media.Length: 0, Response.Body.IsEmpty: false })
        {
            findings.Add("body", "no body", $"{facts.Response.Body.Length} bytes");
        }
    }

    public static void Syntax(BodyFacts body, FindingSink findings)
    {
        if (body.Problem is { } problem)
        {
            findings.Add("body", body.ExpectedSyntax, problem);
        }
    }

    public static void Schema(BodyFacts body, bool isRequest, FindingSink findings)
    {
        if (body is not { Json: { } json, Media.Schema: { } schema })
        {
            return;
        }

        foreach (var fault in schema.Check(json, isRequest))
        {
            var place = fault.Pointer.Length == 0 ? "body" : $"body {Excerpt.Shorten(fault.Pointer)}";
            findings.Add(place, fault.Expected, fault.Actual);
        }
    }

    private static void AddContentType(MediaPlan[] documented, string? sent, FindingSink findings) => findings.Add(
        "header Content-Type",
        Excerpt.Shorten(string.Join(" or ", documented.Select(m => m.Range.Type))),
        sent is null ? "none" : Excerpt.Quote(sent));
}
