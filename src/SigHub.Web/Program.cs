using Microsoft.AspNetCore.Connections;
using Serilog;
using SigHub.Web.Features.Accounts;
using SigHub.Web.Features.Groups;
using SigHub.Web.Features.Imports;
using SigHub.Web.Layout;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;

var builder = WebApplication.CreateBuilder(args);
Settings settings;
try
{
    settings = Settings.Read(builder.Configuration, builder.Environment, builder.ListenWhereNothingIsSaid());
}
catch (WrongSetting wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

builder.Logging.ClearProviders();
builder.Logging.AddSerilog(
    new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger(),
    dispose: true
);

builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDatabase(settings);
builder.AddPlatform(settings);
builder.Services.AddAccounts();
builder.Services.AddGroups();
builder.Services.AddImports();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
app.UsePlatform(settings);
app.MapStaticAssets();
app.MapRazorComponents<App>()
    .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
    .NoCircuitForVisitors();
app.MapHealth();
app.MapAccounts(settings);

app.GreetWhenListening(settings);

try
{
    await app.MigrateDatabase();
    await app.LoadDemo(settings);
    await app.WelcomeTheFirst();
    await app.RunAsync();
    return 0;
}
catch (Exception reason) when (reason is WrongSetting || reason.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync(reason.Message);
    return 1;
}
