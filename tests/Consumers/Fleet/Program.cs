using Fleet.Workers;

return args is [Worker.Command] ? await Worker.RunAsync(Console.In, Console.Out) : 0;
