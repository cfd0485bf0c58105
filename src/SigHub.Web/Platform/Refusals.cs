using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace SigHub.Web.Platform;

/// <summary>What goes wrong is answered with a page that says so: errors at /error, refusals at /refused/400 and the like.</summary>
public static class Refusals
{
    /// <summary>Around everything that may fail; where even the page of errors fails (no database), a sentence is left.</summary>
    public static void UseRefusals(this WebApplication app)
    {
        app.Use(SayAtLeastASentence);
        if (!app.Environment.IsDevelopment())
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/refused/{0}", createScopeForStatusCodePages: true);
        app.Use(ReadWhatIsSaid);
    }

    /// <summary>After <c>UseAntiforgery</c>, which finds out and leaves it to each endpoint what to do about it.</summary>
    public static void UseRefusalOfForgeries(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
                    return next(context);

                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }
        );

    /// <summary>For endpoints that take no form and change something all the same, such as signing out.</summary>
    public static TBuilder RefuseForgeries<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ChecksForgery());

    /// <summary>Gives a page that says what went wrong the status it speaks of, however somebody got there.</summary>
    public static void Answer(this HttpContext? context, int status)
    {
        if (context is { Response.HasStarted: false })
            context.Response.StatusCode = status;
    }

    private static async Task SayAtLeastASentence(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            if (context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
                throw;
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(
                $"SigHub cannot answer just now. Try again in a minute; if it stays so, tell the administrator: {context.TraceIdentifier}"
            );
        }
    }

    /// <summary>The page that says what went wrong is read, whatever the request was that went wrong.</summary>
    private static Task ReadWhatIsSaid(HttpContext context, RequestDelegate next)
    {
        var isSaid =
            context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (isSaid)
        {
            context.Request.Method = HttpMethods.Get;
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }

        return next(context);
    }

    private sealed class ChecksForgery : IAntiforgeryMetadata
    {
        public bool RequiresValidation => true;
    }
}
