using Fapi.SpecCheck.Cli;

return await new App(TimeProvider.System).RunAsync(args, Console.Out, Console.Error);
