using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Identity;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>Signing in and out, and the first administrator.</summary>
public static class AccountsFeature
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies =>
                cookies.ApplicationCookie!.Configure(options =>
                {
                    options.LoginPath = "/sign-in";
                    options.AccessDeniedPath = "/not-found";
                    options.ReturnUrlParameter = "to";
                    options.Cookie.Name = "sighub-session";
                    options.Cookie.SameSite = SameSiteMode.Lax;
                    options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    options.ExpireTimeSpan = TimeSpan.FromDays(14);
                    options.Events.OnRedirectToLogin = SendToSignIn;
                })
            );
        services.AddAuthorization();
        services
            .AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequiredUniqueChars = 4;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version2;
            })
            .AddEntityFrameworkStores<SigHubDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<ClaimsOfAPerson>();
        services.Configure<SecurityStampValidatorOptions>(options =>
            options.ValidationInterval = TimeSpan.FromMinutes(1)
        );

        services.AddScoped<BecomeFirstAdministrator>();
        services.AddSingleton<FirstAdministrator>();
        services.AddScoped<MissAdministrator>();
        services.AddScoped<SignIn>();
    }

    public static void MapAccounts(this WebApplication app, Settings settings)
    {
        if (settings.Demo)
            DemoSignIn.Map(app);
        app.MapPost("/sign-out", SignOut).RefuseForgeries();
    }

    /// <summary>Where no administrator can sign in yet, says in the log how the first one gets in.</summary>
    public static async Task WelcomeTheFirst(this WebApplication app, Settings settings)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<MissAdministrator>().Run())
            return;

        var code = app.Services.GetRequiredService<FirstAdministrator>().OfferCode();
        app.Logger.LogWarning(
            "No administrator can sign in yet. Open {Setup} and enter {Code} to become the first.",
            settings.PathBase + "/setup",
            code
        );
    }

    private static async Task<IResult> SignOut(SignInManager<Account> signIn, HttpContext context)
    {
        await signIn.SignOutAsync();
        return Results.LocalRedirect($"{context.Request.PathBase}/");
    }

    /// <summary>A page leads to the sign-in page and back; what a script asks for is refused.</summary>
    private static Task SendToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            context.Response.Redirect(
                $"{request.PathBase}/{Links.SignIn(request.Path.Value!.TrimStart('/') + request.QueryString)}"
            );
        return Task.CompletedTask;
    }
}
