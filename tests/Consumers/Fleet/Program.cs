using System.CommandLine;
using Fleet.Demo;
using Fleet.Workers;

if (args is [Worker.Command])
{
    return await Worker.RunAsync(Console.In, Console.Out);
}

var seconds = new Option<int>("--seconds")
{
    Description = "Time after which it ends by itself, 1 to 3600.",
    DefaultValueFactory = _ => 90,
};
seconds.Validators.Add(option =>
{
    if (option.GetValueOrDefault<int>() is < 1 or > 3600)
    {
        option.AddError("--seconds has to be 1 to 3600.");
    }
});
var root = new RootCommand(
    "Eight processes that share the request weight of one IP by Redis, against a sandbox that counts.") { seconds };
root.SetAction((parsed, stop) => FleetDemo.RunAsync(TimeSpan.FromSeconds(parsed.GetValue(seconds)), stop));
return await root.Parse(args).InvokeAsync();
