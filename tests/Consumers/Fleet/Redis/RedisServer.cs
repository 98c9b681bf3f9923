using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Fleet.Redis;

/// <summary>A real redis-server in a process of its own, on a free port, with a temporary folder; it keeps nothing on
/// disk, so that it comes back empty.</summary>
internal sealed partial class RedisServer : IAsyncDisposable
{
    internal const string HowToInstall =
        "redis-server is not installed: 'apt-get install redis-server', 'brew install redis' or the like.";

    // What StackExchange.Redis sends: scripts, what keeps a connection open, and what is sent once on each.
    private static readonly string[] OfClients =
        ["eval", "evalsha", "fcall", "ping", "echo", "hello", "auth", "select", "subscribe", "unsubscribe",
            "client|setname", "client|setinfo", "client|id", "script|load", "config|get", "cluster|nodes",
            "sentinel|masters"];

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("fapi-redis-").FullName;
    private readonly string _program;
    private Process? _process;

    private RedisServer(string program)
    {
        _program = program;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>Path of the program; null where it is not installed.</summary>
    internal static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Append("/usr/sbin")
        .Select(folder => Path.Combine(folder, "redis-server")).FirstOrDefault(File.Exists);

    internal int Port { get; private set; }

    internal string Address => $"127.0.0.1:{Port}";

    /// <summary>Password that it asks for; null for none.</summary>
    internal string? Password { get; private set; }

    /// <exception cref="InvalidOperationException">It is not installed, or does not start.</exception>
    internal static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer(Program ?? throw new InvalidOperationException(HowToInstall));
        try
        {
            await server.StartAsync(FreePort());
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once, as by a crash.</summary>
    internal async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    /// <summary>Starts it anew, empty, after it was killed; on the same port.</summary>
    internal Task RestartAsync() => StartAsync(Port);

    /// <summary>Stops it where it is; connections stay open, and nothing responds.</summary>
    internal void Freeze() => Signal("STOP");

    internal void Thaw() => Signal("CONT");

    internal async Task ChangePasswordAsync(string password)
    {
        await AskAsync($"CONFIG SET requirepass {password}");
        Password = password;
    }

    /// <summary>Closes the connections of all clients, which then have to come back.</summary>
    internal Task DisconnectAllAsync() => AskAsync("CLIENT KILL TYPE normal");

    /// <summary>The commands that clients have sent since its start, by its own count; those within a script are none
    /// of theirs.</summary>
    internal async Task<int> CountCommandsAsync() =>
        (await AskAsync("INFO commandstats")).Split('\n')
            .Select(line => CommandCount().Match(line)).Where(match => match.Success)
            .Where(match => OfClients.Contains(match.Groups[1].Value))
            .Sum(match => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));

    /// <summary>Sends a command by hand, in its inline form.</summary>
    /// <returns>The response as it came.</returns>
    internal async Task<string> AskAsync(string command)
    {
        using var patience = new CancellationTokenSource(LongestStart);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port, patience.Token);
        var stream = client.GetStream();
        var login = Password is null ? "" : $"AUTH {Password}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{login}{command}\r\nQUIT\r\n"), patience.Token);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var text = await reader.ReadToEndAsync(patience.Token);
        return text.StartsWith('-') ? throw new InvalidOperationException($"Redis refused a command: {text}") : text;
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task StartAsync(int port)
    {
        (Port, Password) = (port, null);
        _process = Process.Start(new ProcessStartInfo(
            _program,
            ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _folder,
                "--loglevel", "warning"])
        { RedirectStandardOutput = true })!;
        var start = Stopwatch.GetTimestamp();
        while (!await IsUpAsync())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(start) > LongestStart)
            {
                throw new InvalidOperationException($"redis-server did not start on port {port}.");
            }

            await Task.Delay(20);
        }
    }

    private async Task<bool> IsUpAsync()
    {
        try
        {
            return (await AskAsync("PING")).StartsWith("+PONG", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process!.Id}"]);
        kill.WaitForExit();
    }

    private void OnExit(object? sender, EventArgs e) => _process?.Kill();

    [GeneratedRegex(@"^cmdstat_([^:]+):calls=(\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommandCount();
}
