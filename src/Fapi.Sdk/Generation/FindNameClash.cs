using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Build task: looks for a name of the spec that does not go with those of the code that it is compiled with.</summary>
public sealed class FindNameClash : Task
{
    [Required]
    public string Spec { get; set; }

    [Required]
    public string Generated { get; set; }

    /// <summary>The code that is written by hand.</summary>
    [Required]
    public ITaskItem[] Sources { get; set; }

    /// <summary>Namespaces that apps, too, use without a word.</summary>
    [Required]
    public ITaskItem[] ImplicitUsings { get; set; }

    /// <summary>What is wrong, in a sentence; null when nothing is.</summary>
    [Output]
    public string Clash { get; set; }

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public override bool Execute()
    {
        var generated = File.ReadAllText(Generated);
        var sources = Sources.Select(source => source.GetMetadata("FullPath")).Select(File.ReadAllText).ToList();
        Clash = OperationIds(generated).Concat(Methods(generated, sources)).Concat(Types(generated, sources)).Concat(Outcomes(generated, sources)).Concat(Needs(generated, sources)).FirstOrDefault();
        return true;
    }

    /// <summary>The generator makes up an id where there is none, and changes one that stands there twice.</summary>
    private IEnumerable<string> OperationIds(string generated)
    {
        var written = All(File.ReadAllText(Spec), @"^[^#\n]*\boperationId[""']?: *(?:""(?<1>[^""\n]*)""|'(?<1>[^'\n]*)'|(?<1>[^\s,}#]+))").ToList();
        var twice = written.GroupBy(id => id).Where(group => group.Count() > 1)
            .Select(group => "Operation '" + group.Key + "' stands there twice; each needs an operationId of its own.");
        var none = Matches(generated, @"\bid: ""(.*)"",\s+method: ""(.*)"",\s+path: ""(.*)""").Cast<Match>()
            .Where(made => !written.Contains(Regex.Unescape(made.Groups[1].Value)))
            .Select(made => "Path '" + made.Groups[3].Value + "' has no operationId for " + made.Groups[2].Value + "; it names the method.");
        return twice.Concat(none);
    }

    private static IEnumerable<string> Methods(string generated, List<string> sources)
    {
        var taken = sources.Where(source => source.Contains("partial class FapiClient")).SelectMany(source => All(source, @"^    \w[^=;(]* (\w+)(?:<\w+>)?\(")).ToList();
        return Matches(generated, @" FapiOperation (\w+) \{.*\s+id: ""(.*)""").Cast<Match>().Where(made => taken.Contains(made.Groups[1].Value + "Async"))
            .Select(made => "Operation '" + made.Groups[2].Value + "' would be the method " + made.Groups[1].Value + "Async, which the client has already. Change its operationId.");
    }

    private IEnumerable<string> Types(string generated, List<string> sources)
    {
        var declared = All(generated, @"^    (?:public|internal) [\w ]*?(?:class|interface|struct|enum) (\w+)").ToList();
        var written = sources.SelectMany(source => All(source, @"^(?:public (?!partial)|internal )[\w ]*?(?:class|interface|struct|record(?: struct)?|enum) (\w+)")).ToList();
        var namespaces = sources.SelectMany(source => All(source, @"^namespace ([\w.]+)").SelectMany(name => name.Split('.')).Concat(All(source, @"^using (\w+)")));
        var taken = new HashSet<string>(written.Concat(namespaces).Concat(declared.GroupBy(type => type).Where(group => group.Count() > 1).Select(group => group.Key)));
        // The generator takes a schema of that name for the type of .NET.
        var clashes = declared.Where(type => taken.Contains(type) || IsOfNet(type)).Concat(declared.Contains("JsonExceptionConverter") ? new[] { "Exception" } : new string[0])
            .Select(type => "Schema '" + type + "' would be a C# type of that name, which this client or .NET has already. Give it another name.");
        var missing = All(generated, @"return SendAsync<(?:[\w.]+<)?([A-Z]\w*)>").Except(declared)
            .Select(type => "Schema '" + type + "' is left out by nswag.json, so no operation can answer with it.");
        return clashes.Concat(missing);
    }

    private bool IsOfNet(string type)
    {
        var assemblies = new[] { typeof(object), typeof(Uri), typeof(Enumerable), typeof(Stack<>), typeof(HttpClient) }.Select(known => known.Assembly);
        return ImplicitUsings.Any(space => assemblies.Any(assembly => assembly.GetType(space.ItemSpec + "." + type) != null));
    }

    private static IEnumerable<string> Outcomes(string generated, List<string> sources)
    {
        var known = sources.Where(source => source.Contains("enum FapiOutcome")).SelectMany(source => All(source, @"^    (\w+)")).ToList();
        return All(generated, @"return FapiOutcome\.(.*);").Where(outcome => !known.Contains(outcome))
            .Select(outcome => "Rule '" + outcome + "' of 'x-outcomes' is none of " + string.Join(", ", known) + ".");
    }

    private static IEnumerable<string> Needs(string generated, List<string> sources) => sources
        .SelectMany(source => All(source, @"\bFapi(?:Operations|ErrorCodes)\.(\w+)")).Where(name => !Regex.IsMatch(generated, @"\b" + name + @"\b", RegexOptions.None, Timeout))
        .Select(name => "it lacks the operation or code that is " + name + " in C#, and the client itself uses it.");

    private static IEnumerable<string> All(string text, string pattern) => Matches(text, pattern).Cast<Match>().Select(match => match.Groups[1].Value);

    private static MatchCollection Matches(string text, string pattern) => Regex.Matches(text, pattern, RegexOptions.Multiline, Timeout);
}
