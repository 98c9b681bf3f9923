using Fapi.SpecCheck.Commands;

return await new App(TimeProvider.System).RunAsync(args, Console.Out, Console.Error);
