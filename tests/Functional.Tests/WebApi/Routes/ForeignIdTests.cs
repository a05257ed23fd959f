using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Servers;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Routes;

/// <summary>What belongs to somebody else does not exist, whatever one tries to do with it.</summary>
public sealed class ForeignIdTests(Owner owner) : IClassFixture<Owner>
{
    private readonly PanelApp _app = owner.App;

    public static TheoryData<string> RoutesWithIds() => LiveRoute.Lines(line => LiveRoute.IsUsers(line) && line.Contains('{'));

    [Theory]
    [MemberData(nameof(RoutesWithIds))]
    public async Task Nobody_reaches_what_is_not_their(string line)
    {
        var route = LiveRoute.Find(_app, line);
        var path = route.With(await owner.Thing(route.Collection, isSpent: route.Method != HttpMethod.Get));
        var body = await BodyThatReachesTheThing(route, path);

        // What was just looked up for its owner must not come out of some memory.
        if (route.Method == HttpMethod.Get && route.Parameters.Count == 1)
            (await owner.Person.Http.StatusOf(route, path, body)).Should().NotBe(HttpStatusCode.NotFound, "it is there for its owner");

        (await owner.Stranger.Http.Call(route, path, body)).IsRefusal(HttpStatusCode.NotFound).Should().BeTrue("a stranger has no such thing");
        var ofAdmin = await owner.Admin.Http.Call(route, path, body);
        (ofAdmin.IsRefusal(HttpStatusCode.NotFound) || ofAdmin.IsRefusal(HttpStatusCode.Forbidden)).Should().BeTrue("an admin is no owner: {0}", ofAdmin.Text);

        // With a second id the owner may be told that this one is unknown.
        if (route.Parameters.Count == 1)
            (await IsMissing(route, path, body)).Should().BeFalse("it still is there for its owner");
    }

    /// <summary>What the body names may be missing, which the refusal says by naming the field.</summary>
    private async Task<bool> IsMissing(LiveRoute route, string path, string? body) =>
        await owner.Person.Http.StatusOf(route, path, body) == HttpStatusCode.NotFound
        && (await owner.Person.Http.Call(route, path, body)).Json["details"] is null;

    private async Task<string?> BodyThatReachesTheThing(LiveRoute route, string path)
    {
        foreach (var body in route.Bodies(_app))
        {
            if ((await owner.Stranger.Http.Call(route, path, body)).Status != HttpStatusCode.BadRequest)
                return body;
        }

        throw new InvalidOperationException($"{route.Path}: no body gets as far as the id; teach {nameof(BodyShape)} a plausible value.");
    }
}

/// <summary>Somebody who has something of everything, and others who look for it.</summary>
public sealed class Owner : IAsyncLifetime
{
    private readonly Hosting _hosting = new();
    private readonly Dictionary<string, long> _things = [];

    public PanelApp App => _hosting.App;

    public Person Person { get; private set; } = null!;

    public Person Stranger { get; private set; } = null!;

    public Person Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _hosting.InitializeAsync();
        Admin = await App.Primary();
        Person = await App.NewUser();
        Stranger = await App.NewUser();
    }

    public Task DisposeAsync() => _hosting.DisposeAsync();

    /// <param name="isSpent">The thing will not be the same afterwards, so it is one that no other test sees.</param>
    public async Task<string> Thing(string collection, bool isSpent)
    {
        if (isSpent)
            return $"{await new Belongings(_hosting).Of(Person, collection)}";

        if (!_things.TryGetValue(collection, out var id))
            _things[collection] = id = await new Belongings(_hosting).Of(Person, collection);

        return $"{id}";
    }
}
