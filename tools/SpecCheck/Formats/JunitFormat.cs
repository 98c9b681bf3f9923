using System.Xml.Linq;
using Fapi.SpecCheck.Comparison;
using Fapi.SpecCheck.Rules;
using Fapi.SpecCheck.Wording;

namespace Fapi.SpecCheck.Formats;

/// <summary>JUnit XML: a suite for each operation, a case for each rule that found nothing and for each finding.</summary>
internal sealed class JunitFormat : IReportFormat
{
    public void Write(ReportView report, Wordings wordings, TextWriter output)
    {
        var names = report.Operations.Select(one => one.Operation)
            .Union(report.Findings.Select(finding => finding.Operation))
            .Union(report.Failures.Select(failure => failure.Operation ?? ""));
        var suites = names.Select(name => Suite(name, [.. Passed(report, name), .. Found(report, name), .. Failed(report, name, wordings)]));
        var root = new XElement("testsuites", new XAttribute("name", "spec-check"), suites);
        root.Add(Counts(root));
        output.WriteLine($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{Environment.NewLine}{root}");
    }

    private static XElement Suite(string operation, List<XElement> cases)
    {
        var suite = new XElement("testsuite", new XAttribute("name", operation.Length > 0 ? operation : "spec-check"), cases);
        suite.Add(Counts(suite));
        return suite;
    }

    private static XAttribute[] Counts(XElement of) =>
    [
        new("tests", of.Descendants("testcase").Count()),
        new("failures", of.Descendants("failure").Count()),
        new("errors", of.Descendants("error").Count()),
        new("skipped", of.Descendants("skipped").Count()),
    ];

    private static IEnumerable<XElement> Passed(ReportView report, string operation) =>
        from one in report.Operations
        where one.Operation == operation && one.Outcome != Outcome.CouldNotCheck
        from rule in RuleTable.All
        where rule.Check is not null && !(rule.NeedsPage && report.ComparedWith == "lock")
        where report.Findings.All(finding => finding.Operation != operation || finding.Rule != rule.Id)
        select Case(operation, rule.Id);

    private static IEnumerable<XElement> Found(ReportView report, string operation) =>
        from finding in report.Findings
        where finding.Operation == operation
        select Case(operation, $"{finding.Rule} {finding.Fact}", finding.Waiver is { } waiver
            ? new XElement("skipped", new XAttribute("message", $"{waiver.Reason} ({waiver.Until})"))
            : new XElement(
                "failure",
                new XAttribute("type", finding.Rule),
                new XAttribute("message", finding.Message),
                $"{finding.File}:{finding.Line}\n{finding.SpecLine}"));

    private static IEnumerable<XElement> Failed(ReportView report, string operation, Wordings wordings) =>
        from failure in report.Failures
        where (failure.Operation ?? "") == operation
        select Case(operation, failure.Subject, new XElement(
            "error",
            new XAttribute("type", wordings.Of(failure.Outcome)),
            new XAttribute("message", string.Join(" ", failure.Reasons))));

    private static XElement Case(string operation, string name, params object[] content) => new(
        "testcase", new XAttribute("classname", operation.Length > 0 ? operation : "spec-check"), new XAttribute("name", name), content);
}
