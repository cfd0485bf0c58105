using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SigHub.Web.Tests;

/// <summary>A browser without script: keeps its cookies, sends the forms it is shown, and follows nothing by itself.</summary>
public sealed class Visit(HttpClient client) : IDisposable
{
    public const string Password = "four words in a row";

    public static Visit Of(Hub hub, bool https = false) =>
        new(
            hub.CreateClient(
                new WebApplicationFactoryClientOptions
                {
                    AllowAutoRedirect = false,
                    BaseAddress = new Uri(https ? "https://localhost" : "http://localhost"),
                }
            )
        );

    public HttpClient Client => client;

    public async Task<Answered> Open(string path) =>
        await Answered.Of(await client.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Fills in the form that holds a field of that name and sends it to where it says.</summary>
    public async Task<Answered> Send(Answered page, params (string Field, string Value)[] filled)
    {
        var form = page.Html.Forms.First(form =>
            form.QuerySelectorAll("[name]").Any(f => f.GetAttribute("name") == filled[0].Field)
        );
        var fields = form.QuerySelectorAll("input[type=hidden]")
            .Where(hidden => filled.All(f => f.Field != hidden.GetAttribute("name")))
            .Select(hidden => KeyValuePair.Create(hidden.GetAttribute("name")!, hidden.GetAttribute("value") ?? ""))
            .Concat(filled.Select(f => KeyValuePair.Create(f.Field, f.Value)));
        using var content = new FormUrlEncodedContent(fields);
        var to = form.GetAttribute("action") is { Length: > 0 } action ? page.Resolve(action) : page.Path;
        return await Answered.Of(await client.PostAsync(new Uri(to, UriKind.Relative), content));
    }

    public async Task<Answered> SignIn(string name, string password = Password, string? to = null) =>
        await Send(
            await Open(to is null ? "/sign-in" : "/sign-in?to=" + Uri.EscapeDataString(to)),
            ("Posted.Name", name),
            ("Posted.Password", password)
        );

    public void Dispose() => client.Dispose();
}

/// <summary>What came back, and the document in it.</summary>
public sealed record Answered(HttpResponseMessage Answer, string Text, IHtmlDocument Html)
{
    public HttpStatusCode Status => Answer.StatusCode;

    public string Path => Answer.RequestMessage!.RequestUri!.PathAndQuery;

    /// <summary>Where it leads, as a path.</summary>
    public string Location =>
        new Uri(new Uri("http://localhost"), Answer.Headers.Location ?? new Uri("", UriKind.Relative)).PathAndQuery;

    public string? Heading => Html.QuerySelector("h1")?.TextContent.Trim();

    public string? Problem => Html.QuerySelector("[role=alert]")?.TextContent.Trim();

    /// <summary>Empty where there is none of that name.</summary>
    public string Header(string name) =>
        Answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values)
        : Answer.Content.Headers.TryGetValues(name, out var others) ? string.Join(", ", others)
        : "";

    /// <summary>An address on the page, as a path.</summary>
    public string Resolve(string address) =>
        new Uri(
            new Uri(new Uri("http://localhost"), Html.QuerySelector("base")?.GetAttribute("href")),
            address
        ).PathAndQuery;

    public static async Task<Answered> Of(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return new Answered(answer, text, new HtmlParser().ParseDocument(text));
    }
}
