using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using VpsPanel.Application;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Infrastructure;
using VpsPanel.Infrastructure.Persistence;
using VpsPanel.Infrastructure.Persistence.Dialects;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Calls what talks to the database, with plain arguments, on SQL Server's provider and on connections to no server, and keeps the
/// texts that were sent. A call may fail after that: nothing is stored, so most rows are not as the caller wants them.
/// </summary>
internal sealed class Replay : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentQueue<string> _sent = new();
    private readonly ServiceProvider _services;

    public Replay()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "SqlServer",
            ["Database:ConnectionString"] = "Server=127.0.0.1,1;Connect Timeout=1;ConnectRetryCount=0",
            ["Auth:SigningKey"] = PanelHost.SigningKey,
            ["Secrets:Key"] = PanelHost.SecretsKey,
            ["Jobs:Enabled"] = "false",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddApplication();
        services.AddInfrastructure(configuration);
        services.Replace(ServiceDescriptor.Singleton<DbDataSource>(new RecordingSource(Note)));
        services.Replace(ServiceDescriptor.Scoped(_ => Context(Note)));
        _services = services.BuildServiceProvider();
    }

    /// <summary>Everything sent so far, each text once.</summary>
    public IReadOnlyCollection<string> Sent => [.. _sent.Distinct()];

    /// <summary>The classes that are given a connection or a context, but those that only PostgreSQL's side has.</summary>
    public static IReadOnlyList<Type> Callers { get; } =
    [
        .. typeof(PanelDb).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
            && type != typeof(EfUnitOfWork) && !type.IsAssignableTo(typeof(IHostedService)) && !type.IsAssignableTo(typeof(DbContext))
            && type.GetConstructors(BindingFlags.Instance | BindingFlags.Public)
                .Any(made => made.GetParameters().Any(parameter => IsDatabase(parameter.ParameterType)))),
    ];

    /// <summary>A context on a connection to no server.</summary>
    public static PanelDb Context(Action<string> sent)
    {
        var options = new DbContextOptionsBuilder<PanelDb>();
        new SqlServerDialect().Use(options, new RecordingSource(sent), null);
        options.UseSqlServer(new RecordingConnection(sent));
        return new PanelDb(options.Options);
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    /// <summary>Calls every method of the class that is asynchronous; the name of each and how many statements it sent.</summary>
    public async Task<IReadOnlyList<(string Method, int Sent)>> Call(Type type)
    {
        var counts = new List<(string, int)>();
        foreach (var method in Methods(type))
        {
            var before = _sent.Count;
            await Call(type, method);
            counts.Add((method.Name, _sent.Count - before));
        }

        return counts;
    }

    /// <summary>A plain value of the type: the calls shall send their texts, and the values do not matter.</summary>
    public static object? Sample(Type type)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (wanted == typeof(string))
            return "x";
        if (wanted == typeof(DateTimeOffset))
            return DateTimeOffset.UnixEpoch;
        if (wanted == typeof(CancellationToken))
            return CancellationToken.None;
        if (wanted.IsAssignableTo(typeof(Delegate)))
            return Answer(wanted);
        if (wanted != typeof(object) && wanted.IsAssignableTo(typeof(IEnumerable)) && Item(wanted) is { } item)
            return List(item);
        if (wanted.IsValueType)
            return Activator.CreateInstance(wanted);

        if (wanted.IsAbstract)
            return null;

        return wanted.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes) is null
            ? RuntimeHelpers.GetUninitializedObject(wanted)
            : Activator.CreateInstance(wanted, nonPublic: true);
    }

    private static bool IsDatabase(Type type) =>
        type == typeof(PanelDb) || type == typeof(EfUnitOfWork) || type == typeof(DbDataSource) || type == typeof(IReadDb);

    private static IEnumerable<MethodInfo> Methods(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var owner = type; owner is not null && owner.Assembly == type.Assembly; owner = owner.BaseType)
        {
            foreach (var method in owner.GetMethods(Own).Where(method => !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal)
                && !method.ContainsGenericParameters && IsAsynchronous(method.ReturnType)))
                yield return method;
        }
    }

    private static bool IsAsynchronous(Type type) => type.IsAssignableTo(typeof(Task)) || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static Type? Item(Type type) => type.IsArray
        ? type.GetElementType()
        : type.GetInterfaces().Append(type)
            .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0];

    private static Array List(Type item)
    {
        var list = Array.CreateInstance(item, 2);
        for (var at = 0; at < list.Length; at++)
            list.SetValue(Sample(item), at);

        return list;
    }

    private static Delegate Answer(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        Expression body = invoke.ReturnType == typeof(bool) ? Expression.Constant(true) : Expression.Default(invoke.ReturnType);
        return Expression.Lambda(type, body, invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType))).Compile();
    }

    /// <summary>What opens a connection says nothing about who asked for it.</summary>
    private void Note(string text)
    {
        if (!text.StartsWith("set lock_timeout", StringComparison.Ordinal))
            _sent.Enqueue(text);
    }

    private async Task Call(Type type, MethodInfo method)
    {
        await using var scope = Scope();
        try
        {
            var callee = ActivatorUtilities.CreateInstance(scope.ServiceProvider, type);
            var answer = method.Invoke(callee, [.. method.GetParameters().Select(parameter => Sample(parameter.ParameterType))]);
            await (answer as Task ?? (Task)answer!.GetType().GetMethod("AsTask")!.Invoke(answer, null)!).WaitAsync(Patience);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // What was sent until then is what this is about; some go on for ever.
        }
    }
}
