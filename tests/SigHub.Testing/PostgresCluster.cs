using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SigHub.Testing;

/// <summary>
/// A PostgreSQL of the tests' own: made in a temporary folder, on a free loopback port, gone at the end. `initdb` refuses
/// root, so there it runs as the `postgres` user that the Debian package creates.
/// </summary>
public sealed class PostgresCluster : IDisposable
{
    private static readonly Lazy<PostgresCluster> s_shared = new(Start);

    private readonly string _folder;
    private readonly string _binaries;
    private readonly int _port;

    private PostgresCluster(string folder, string binaries, int port) =>
        (_folder, _binaries, _port) = (folder, binaries, port);

    /// <summary>The one of this process, started when first asked for and stopped when the process ends.</summary>
    public static PostgresCluster Shared => s_shared.Value;

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Include Error Detail=true;Maximum Pool Size=20";

    /// <summary>Makes a database, empty or a copy of another to which nobody is connected; gives its connection string.</summary>
    public async Task<string> CreateDatabase(string name, string? copyOf = null)
    {
        await Execute($"CREATE DATABASE \"{name}\"" + (copyOf is null ? "" : $" TEMPLATE \"{copyOf}\""));
        return ConnectionString(name);
    }

    /// <summary>Hundreds of databases left behind would make the end of the process slow.</summary>
    public Task DropDatabase(string connectionString) =>
        Execute($"DROP DATABASE \"{new NpgsqlConnectionStringBuilder(connectionString).Database}\" WITH (FORCE)");

    public void Dispose()
    {
        Run(_binaries, "pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static PostgresCluster Start()
    {
        var binaries = Binaries();
        var folder = Path.Combine(Shelf(), $"sighub-postgres-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess)
            Run(null, "chown", "postgres", folder);

        var data = Path.Combine(folder, "data");
        Run(
            binaries,
            "initdb",
            "-D",
            data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync"
        );
        var port = FreePort();
        var options =
            $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=200";
        Run(binaries, "pg_ctl", "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", options, "start");

        var cluster = new PostgresCluster(folder, binaries, port);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Dispose();
        return cluster;
    }

    /// <summary>
    /// Where the cluster lies: in memory where there is room, since a database of a test's own is some nine hundred files,
    /// which a disk takes about twelve times as long to make.
    /// </summary>
    private static string Shelf()
    {
        const string memory = "/dev/shm";
        return Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace > 2L << 30
            ? memory
            : Path.GetTempPath();
    }

    private static string Binaries()
    {
        var candidates = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder => int.Parse(Path.GetFileName(folder)))
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        return candidates
                .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
                .FirstOrDefault(folder =>
                    File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"))
                )
            ?? throw new InvalidOperationException(
                "PostgreSQL's server programs are not installed; ./test.sh installs them, or: apt-get install postgresql"
            );
    }

    private static void Run(string? folder, string program, params string[] arguments)
    {
        var asPostgres = folder is not null && Environment.IsPrivilegedProcess;
        var start = new ProcessStartInfo(asPostgres ? "runuser" : Full(folder, program))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        if (asPostgres)
        {
            start.ArgumentList.Add("-u");
            start.ArgumentList.Add("postgres");
            start.ArgumentList.Add("--");
            start.ArgumentList.Add(Full(folder, program));
        }

        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        // A started server keeps the pipes open: wait for the program, not for the end of its output.
        var said = new System.Text.StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => said.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(60_000))
            throw new InvalidOperationException($"{program} did not end within a minute: {said}");
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed with {process.ExitCode}: {said}");
    }

    private static string Full(string? folder, string program) =>
        folder is null ? program : Path.Combine(folder, program);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
