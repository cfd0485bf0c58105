using System.Diagnostics;

namespace SigHub.Web.Platform;

/// <summary>
/// One line for each request that took a person's time: method, path without its query, status, milliseconds, and the number
/// that a page of errors shows.
/// </summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task Invoke(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var (method, path) = (context.Request.Method, context.Request.Path);
        try
        {
            await next(context);
        }
        finally
        {
            var status = context.Response.StatusCode;
            log.Log(
                status >= 500 ? LogLevel.Error
                    : IsAsset(path) ? LogLevel.Debug
                    : LogLevel.Information,
                "{Method} {Path} answered {Status} in {Elapsed:0.0} ms ({Request})",
                method,
                path.Value,
                status,
                Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                context.TraceIdentifier
            );
        }
    }

    private static bool IsAsset(PathString path) =>
        path.StartsWithSegments("/_framework")
        || path.StartsWithSegments("/_content")
        || path.StartsWithSegments("/_blazor")
        || path.StartsWithSegments("/health")
        || System.IO.Path.HasExtension(path.Value);
}
