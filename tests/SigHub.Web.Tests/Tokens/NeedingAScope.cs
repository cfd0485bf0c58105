using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Tests.Tokens;

public sealed class Needing_a_scope
{
    [Theory]
    [InlineData(TokenScope.Read, TokenScope.Read, true)]
    [InlineData(TokenScope.Read, TokenScope.Import, true)]
    [InlineData(TokenScope.Import, TokenScope.Import, true)]
    [InlineData(TokenScope.Import, TokenScope.Read, false)]
    [InlineData(TokenScope.Read, null, false)]
    public async Task A_token_does_what_its_scope_says(TokenScope needed, TokenScope? held, bool allowed)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddAuthorization();
        await using var app = builder.Build();
        app.MapApi().MapPost("/act", () => "done").RequireScope(needed);

        var act = ((IEndpointRouteBuilder)app)
            .DataSources.SelectMany(source => source.Endpoints)
            .ShouldHaveSingleItem();
        var policy = AuthorizationPolicy.Combine(act.Metadata.GetOrderedMetadata<AuthorizationPolicy>());
        var answer = await app
            .Services.GetRequiredService<IAuthorizationService>()
            .AuthorizeAsync(Holder(held), act, policy);

        answer.Succeeded.ShouldBe(allowed);
        policy.AuthenticationSchemes.Distinct().ShouldBe([BearerToken.Name], "a cookie opens nothing here");
    }

    private static ClaimsPrincipal Holder(TokenScope? held) =>
        new(
            new ClaimsIdentity(
                held is null ? [] : [new Claim(BearerToken.ScopeClaim, held.Value.ToString())],
                BearerToken.Name
            )
        );
}
