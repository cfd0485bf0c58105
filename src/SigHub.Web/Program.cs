using Serilog;
using SigHub.Web.Features;
using SigHub.Web.Features.Accounts;
using SigHub.Web.Features.Imports;
using SigHub.Web.Layout;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

var builder = WebApplication.CreateBuilder(args);
Settings settings;
Listening listening;
try
{
    listening = new Listening(builder);
    settings = Settings.Read(builder.Configuration, builder.Environment, listening.Urls);
    var log = new LoggerConfiguration();
    builder.Logging.ClearProviders();
    builder.Logging.AddSerilog(
        Settings.Make("Serilog", builder.Configuration, all => log.ReadFrom.Configuration(all).CreateLogger()),
        dispose: true
    );
}
catch (WrongSetting wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDatabase(settings);
builder.AddPlatform(settings);
builder.Services.AddFeatures();

// A page hands its circuit what it has read, and minutes of an hour may stand in one field: the usual 32 kB are too few.
builder
    .Services.AddRazorComponents()
    .AddInteractiveServerComponents()
    .AddHubOptions(hub => hub.MaximumReceiveMessageSize = 4 * 1024 * 1024);

try
{
    await using var app = builder.Build();
    app.UsePlatform(settings);
    app.UseFeatures();
    app.MapStaticAssets();
    app.MapRazorComponents<App>()
        .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
        .NoCircuitForVisitors();
    app.MapHealth();
    app.MapFeatures(settings);

    app.GreetWhenListening(settings);
    await app.MigrateDatabase();
    await app.LoadTheDemo(settings);
    await app.WelcomeTheFirst(settings);
    await listening.Begin(app);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (WrongSetting wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
