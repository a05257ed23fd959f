using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Routes;

/// <summary>Every route against everybody. The ids are unknown, so that nothing is changed by those who may.</summary>
public sealed class RoleMatrixTests(Cast cast) : IClassFixture<Cast>
{
    private readonly PanelApp _app = cast.App;

    public static TheoryData<string> AdminRoutes() => LiveRoute.Lines(LiveRoute.IsAdmins);

    public static TheoryData<string> UserRoutes() => LiveRoute.Lines(LiveRoute.IsUsers);

    public static TheoryData<string> KeyRoutes() => LiveRoute.Lines(LiveRoute.IsKeys);

    [Theory]
    [MemberData(nameof(AdminRoutes))]
    public async Task An_admin_route_opens_for_its_permission_and_for_nothing_else(string line)
    {
        var route = LiveRoute.Find(_app, line);
        var (code, forEveryAdmin) = line.Split(' ')[2].Split(':') switch
        {
            [_, var named] => (named, true),
            [var named] => (named, false),
            _ => throw new InvalidOperationException(line),
        };
        var (admin, key) = await cast.With(code);

        // The allowed come between the refused: neither may be remembered for the other.
        (await Call(_app.Anonymous, route)).IsRefusal(HttpStatusCode.Unauthorized).Should().BeTrue("nobody is signed in");
        (await Call(cast.User.Http, route)).Code.Should().Be("auth.admin_required");
        IsShut(await Call(admin.Http, route)).Should().BeFalse("the admin has {0}", code);
        (await Call(cast.User.Http, route)).IsRefusal(HttpStatusCode.Forbidden).Should().BeTrue("a user stays a user");
        var other = await Call(cast.Powerless.Http, route);
        if (forEveryAdmin)
            IsShut(other).Should().BeFalse("every admin may");
        else
            other.Code.Should().Be("auth.permission_denied");

        (await Call(cast.PowerlessKey, route)).Code.Should().Be("auth.permission_denied");
        IsShutToKeys(await Call(key, route)).Should().BeFalse("the key's group grants {0}", code);
        (await Call(cast.KeyWithoutScope, route)).Code.Should().Be("auth.permission_denied");
        (await Call(cast.DisabledKey, route)).IsRefusal(HttpStatusCode.Forbidden).Should().BeTrue("a disabled key opens nothing");
        (await Call(cast.Disabled.Http, route)).IsRefusal(HttpStatusCode.Unauthorized).Should().BeTrue("a disabled admin is out at once");
        (await Call(_app.Anonymous, route)).IsRefusal(HttpStatusCode.Unauthorized).Should().BeTrue("nobody is signed in");
    }

    [Theory]
    [MemberData(nameof(UserRoutes))]
    public async Task A_user_route_opens_for_nobody_without_a_living_session(string line)
    {
        var route = LiveRoute.Find(_app, line);

        foreach (var nobody in new[] { _app.Anonymous, _app.Client("nonsense"), _app.Client("a.b.c"), cast.PowerlessKey, cast.SignedOut.Http, cast.Blocked.Http })
            (await Call(nobody, route)).IsRefusal(HttpStatusCode.Unauthorized).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(KeyRoutes))]
    public async Task A_route_for_keys_opens_for_no_person_and_no_other_scope(string line)
    {
        var route = LiveRoute.Find(_app, line);

        foreach (var person in new[] { _app.Anonymous, cast.User.Http, cast.Primary.Http })
            (await Call(person, route)).IsRefusal(HttpStatusCode.Unauthorized).Should().BeTrue();
        (await Call(cast.PowerlessKey, route)).Code.Should().Be("auth.permission_denied");
        (await Call(cast.DisabledKey, route)).IsRefusal(HttpStatusCode.Forbidden).Should().BeTrue();
    }

    /// <summary>Refused for who calls; a route may have reasons of its own to forbid something.</summary>
    private static bool IsShut(Reply reply) =>
        reply.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && reply.Code.StartsWith("auth.", StringComparison.Ordinal);

    /// <summary>A few routes are about the person who calls, which a key is not.</summary>
    private static bool IsShutToKeys(Reply reply) => IsShut(reply) && reply.Code != "auth.admin_required";

    private static Task<Reply> Call(HttpClient http, LiveRoute route) =>
        http.Call(route, route.With(), route.BodyType is null ? null : "{}");
}
