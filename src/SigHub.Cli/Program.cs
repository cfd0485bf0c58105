using System.CommandLine;
using SigHub.Cli;

var sighub = new RootCommand("SigHub from the command line.")
{
    ReadCommand.Create(),
    WriteCommand.Create(),
    ImportCommand.Create(),
};
var given = sighub.Parse(args);
return given.Errors.Count > 0 ? Wrong(given) : await given.InvokeAsync();

static int Wrong(ParseResult given)
{
    given.Invoke();
    return 2;
}
