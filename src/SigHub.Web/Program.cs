using Microsoft.AspNetCore.Connections;
using Serilog;
using SigHub.Web.Features.Accounts;
using SigHub.Web.Features.Actions;
using SigHub.Web.Features.Decisions;
using SigHub.Web.Features.Groups;
using SigHub.Web.Features.Home;
using SigHub.Web.Features.Imports;
using SigHub.Web.Features.Meetings;
using SigHub.Web.Features.People;
using SigHub.Web.Features.Roadmap;
using SigHub.Web.Layout;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

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
builder.Services.AddActions();
builder.Services.AddDecisions();
builder.Services.AddGroups();
builder.Services.AddHome();
builder.Services.AddImports();
builder.Services.AddMeetings();
builder.Services.AddPeople();
builder.Services.AddRoadmap();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
app.UsePlatform(settings);
app.UseOldAddresses();
app.MapStaticAssets();
app.MapRazorComponents<App>()
    .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
    .NoCircuitForVisitors();
app.MapHealth();
app.MapAccounts(settings);
app.MapPeople();

app.GreetWhenListening(settings);

try
{
    await app.MigrateDatabase();
    await app.LoadTheDemo(settings);
    await app.WelcomeTheFirst();
    await app.RunAsync();
    return 0;
}
catch (Exception reason) when (reason is WrongSetting || reason.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync(reason.Message);
    return 1;
}
