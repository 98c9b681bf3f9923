using Fapi.SpecCheck.Cli;

var caches = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
var pages = caches.Length == 0 ? null : Path.Combine(caches, "spec-check", "pages");
return await new App(TimeProvider.System, cacheFolder: pages).RunAsync(args, Console.Out, Console.Error);
