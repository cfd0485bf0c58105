using SigHub.Domain;
using SigHub.Web.Persistence;

namespace SigHub.Web.Platform;

/// <summary>
/// The HTTP API: JSON below <c>/api</c>, for programs that hold a personal access token. A refusal is a problem document
/// (RFC 9457) whose <c>detail</c> is a sentence for people.
/// </summary>
public static class Api
{
    public const string Path = "/api";

    /// <summary>
    /// Maps below <c>/api</c>. Every token may call what is mapped here; say <see cref="RequireScope"/> where more is needed.
    /// <see cref="CurrentPerson"/> is the token's owner, so use cases work as on a page; a <see cref="RuleBroken"/> is
    /// answered with 400 and its sentence.
    /// </summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Path).DisableAntiforgery().RequireScope(TokenScope.Read);
        api.AddEndpointFilter(SayWhichRule);
        return api;
    }

    /// <summary>Only tokens of this scope, or of one that includes it.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, TokenScope scope)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy =>
            policy
                .AddAuthenticationSchemes(BearerToken.Name)
                .RequireClaim(
                    BearerToken.ScopeClaim,
                    Enum.GetValues<TokenScope>().Where(held => held >= scope).Select(held => held.ToString())
                )
        );

    /// <summary>Whether a request is one of the API, whose callers read no pages.</summary>
    public static bool IsOfApi(this HttpContext context) => context.Request.Path.StartsWithSegments(Path);

    public static Task Refuse(HttpContext context, int status, string sentence) =>
        TypedResults.Problem(sentence, statusCode: status).ExecuteAsync(context);

    private static async ValueTask<object?> SayWhichRule(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        try
        {
            return await next(context);
        }
        catch (RuleBroken rule)
        {
            return TypedResults.Problem(rule.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
