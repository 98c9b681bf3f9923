using Fapi.Leverage.Tool;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return await LeverageApp.RunAsync(args, Terminal.FromProcess());
