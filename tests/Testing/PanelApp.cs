using System.Net.Http.Headers;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;
using Xunit;

namespace VpsPanel.Testing;

/// <summary>A class fixture: the service on a database of its own, people to act with, and a look at the stored rows.</summary>
public sealed class PanelApp : IAsyncLifetime
{
    public const string Password = "P@ssw0rd!";

    // Hashing is slow on purpose, and everybody has the same password.
    private static string? _passwordHash;

    private readonly List<PanelHost> _nodes = [];
    private readonly ErrorLog _errors = new();
    private readonly SocketsHttpHandler _sockets = new() { AllowAutoRedirect = false, UseCookies = false };
    private int _people;
    private Task<Person>? _primary;

    public string ConnectionString { get; private set; } = "";

    public TestClock Clock { get; } = new();

    /// <summary>False lets the service wait for its first administrator as on a fresh machine.</summary>
    public bool IsInstalled { get; init; } = true;

    /// <summary>True has real connections and the limits of the real server; false passes requests in memory.</summary>
    public bool HasSockets { get; init; }

    /// <summary>Whether every node runs background jobs, such as those that make hosts.</summary>
    public bool HasJobs { get; set; }

    /// <summary>Configuration of every node that is not given one of its own.</summary>
    public IReadOnlyDictionary<string, string>? Configuration { get; init; }

    /// <summary>Hears what every node logs.</summary>
    public MemoryLog? Log { get; init; }

    /// <summary>What the nodes log in here and nobody expects fails the running test, or the class at its end.</summary>
    public ErrorLog Errors => Noted()._errors;

    public IServiceProvider Services => Noted()._nodes[0].Services;

    /// <summary>Where the first node keeps uploaded files.</summary>
    public string Storage => _nodes[0].Storage;

    /// <summary>Without a token.</summary>
    public HttpClient Anonymous => Client(null);

    public async Task InitializeAsync()
    {
        ConnectionString = await TestDatabase.Create();
        AddNode();
    }

    /// <summary>One more node of the service on the same database and clock.</summary>
    public PanelHost AddNode(IReadOnlyDictionary<string, string>? settings = null)
    {
        var node = NewNode(settings);
        if (HasSockets)
            node.UseKestrel(0);

        _nodes.Add(node);
        return node;
    }

    /// <summary>Stops the first node; people and rows stay for a process outside.</summary>
    public async Task Stop() => await _nodes[0].DisposeAsync();

    /// <summary>Stops the first node in the middle of what it does and starts another one in its place.</summary>
    public async Task Restart()
    {
        await _nodes[0].DisposeAsync();
        _nodes[0] = NewNode(null);
        _nodes[0].CreateClient().Dispose();
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();

        _sockets.Dispose();
        await TestDatabase.Drop(ConnectionString);
        RunningTests.Forget(_errors);
        _errors.ThrowIfAny();
    }

    /// <summary>Empties the database between tests that share it: nobody and nothing of before is there any more.</summary>
    public async Task Reset()
    {
        await TestDatabase.Reset(ConnectionString);
        _primary = null;

        // What a node remembers of the database it remembers for three seconds.
        Clock.Advance(TimeSpan.FromSeconds(4));
    }

    /// <summary>The admin who may do everything; call it before any other admin is made.</summary>
    public Task<Person> Primary() => _primary ??= NewAdmin();

    public Task<Person> NewUser() => NewPerson((name, hash) => User.Register(name, $"{name}@example.com", hash));

    /// <summary>An admin with these grants and no more. The first admin of a database is the primary one and may do everything.</summary>
    public async Task<Person> NewAdmin(params string[] grants)
    {
        PermissionGroupId? group = null;
        if (grants.Length > 0)
        {
            // Tests of a class run in any order.
            _ = await Primary();
            group = await Work(async services =>
            {
                var created = PermissionGroup.Create($"group {Guid.NewGuid():N}", "", grants);
                await services.GetRequiredService<IPermissionGroups>().Add(created, default);
                return created.Id;
            });
        }

        return await NewPerson((name, hash) => User.Appoint(name, $"{name}@example.com", hash, group));
    }

    public HttpClient Client(string? token, PanelHost? node = null)
    {
        RunningTests.Note(_errors);
        var client = HasSockets ? OverSockets(node ?? _nodes[0]) : (node ?? _nodes[0]).CreateClient(new() { AllowAutoRedirect = false });
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        return client;
    }

    /// <summary>Arranges inside one committed transaction, as the system.</summary>
    public async Task<T> Work<T>(Func<IServiceProvider, Task<T>> arrange)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Set(Actor.System, "arrange", null);
        var made = await arrange(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().Commit(default);
        return made;
    }

    /// <summary>Sends a message as someone; fails loudly when it is refused.</summary>
    public async Task<T> Send<T>(IRequest<Result<T>> message, Actor? actor = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Set(actor ?? Actor.System, "arrange", null);
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message)).Value;
    }

    /// <inheritdoc cref="Send{T}"/>
    public async Task Send(IRequest<Result> message, Actor? actor = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Set(actor ?? Actor.System, "arrange", null);
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message);
        if (!result.IsSuccess)
            throw new InvalidOperationException($"{message.GetType().Name} was refused: {result.Error.Code} {result.Error.Message}");
    }

    /// <summary>One value straight from the database.</summary>
    public async Task<T> Scalar<T>(string sql, params object[] values)
    {
        RunningTests.Note(_errors);
        return (T)Convert.ChangeType((await TestDatabase.Scalar(ConnectionString, sql, values))!, typeof(T));
    }

    private PanelHost NewNode(IReadOnlyDictionary<string, string>? settings) =>
        new(ConnectionString, Clock, settings ?? Configuration)
        {
            IsInstalled = IsInstalled,
            Log = Log,
            HasJobs = HasJobs,
            Errors = _errors,
            JudgesErrors = false,
        };

    private PanelApp Noted()
    {
        RunningTests.Note(_errors);
        return this;
    }

    private HttpClient OverSockets(PanelHost node)
    {
        node.StartServer();
        return new HttpClient(_sockets, disposeHandler: false) { BaseAddress = node.ClientOptions.BaseAddress };
    }

    private async Task<Person> NewPerson(Func<string, string, User> make)
    {
        var name = $"person{Interlocked.Increment(ref _people)}";
        var (user, token) = await Work(async services =>
        {
            var created = make(name, _passwordHash ??= services.GetRequiredService<IPasswordHasher>().Hash(Password));
            await services.GetRequiredService<IUsers>().Add(created, default);
            var session = Session.Open(created.Id, Clock.GetUtcNow().AddDays(30));
            await services.GetRequiredService<ISessions>().Add(session, default);
            return (created, services.GetRequiredService<IAccessTokens>().Issue(created, session.Id).Text);
        });

        return new Person(user.Id, name, token, Client(token));
    }
}

/// <summary>Someone signed in.</summary>
public sealed record Person(UserId Id, string Username, string Token, HttpClient Http)
{
    public Actor AsUser => new(ActorKind.User, Id, Username);

    public Actor AsAdmin => new(ActorKind.Admin, Id, Username);
}
