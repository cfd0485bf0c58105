using System.Diagnostics;

namespace SigHub.Cli.Tests;

/// <summary>The program as a person runs it, in a folder of its own.</summary>
public abstract class ProgramRun : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("sighub-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected void Put(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    protected (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "sighub.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var program = Process.Start(start)!;
        var errors = program.StandardError.ReadToEndAsync();
        var output = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        return (program.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
