using System.Reflection;
using FluentAssertions;
using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using Xunit;

namespace VpsPanel.Architecture.Tests;

public sealed class SliceTests
{
    private static readonly Type[] Types = typeof(ICommandMessage).Assembly.GetTypes();

    [Fact]
    public void Every_message_has_exactly_one_handler()
    {
        var messages = Types.Where(type => type is { IsClass: true, IsAbstract: false } && Answer(type) is not null).ToList();

        foreach (var message in messages)
        {
            var contract = typeof(IRequestHandler<,>).MakeGenericType(message, Answer(message)!);
            Types.Where(type => contract.IsAssignableFrom(type)).Should().ContainSingle(message.Name);
        }
    }

    [Fact]
    public void Handlers_and_reactions_are_internal_and_sealed()
    {
        var handlers = Types.Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(IsHandler)).ToList();

        handlers.Where(type => type.IsPublic || !type.IsSealed).Select(type => type.Name).Should().BeEmpty();
    }

    /// <summary>Only what runs without a transaction of its own sends commands. A lost identity is written down in spite of the refusal that follows.</summary>
    [Fact]
    public void Commands_send_no_commands()
    {
        var handlers = Types.Where(type => type.GetInterfaces().Any(face => face.IsGenericType
            && face.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
            && face.GenericTypeArguments[0].IsAssignableTo(typeof(ICommandMessage)))).ToList();

        handlers.Should().HaveCountGreaterThan(100);
        handlers.SelectMany(handler => Senders(handler, [])).Distinct().Should().Equal("MachineIdentity");
    }

    [Fact]
    public void Handlers_and_reactions_are_given_no_mediator()
    {
        var senders = Types.Where(type => type.GetInterfaces().Any(IsHandler)).Where(type => Needs(type).Contains(typeof(IMediator)));

        senders.Select(type => type.Name).Should().BeEmpty();
    }

    [Fact]
    public void Scheduled_tasks_are_in_a_folder_of_tasks_of_their_feature()
    {
        var tasks = Types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IScheduledTask))).ToList();

        tasks.Should().HaveCountGreaterThan(8);
        tasks.Where(type => !type.Namespace!.EndsWith(".Tasks", StringComparison.Ordinal)).Select(type => type.FullName).Should().BeEmpty();
    }

    [Fact]
    public void What_changes_settings_says_so()
    {
        var handlers = Types.Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(IsHandler))
            .Where(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .SelectMany(constructor => constructor.GetParameters())
                .Any(parameter => parameter.ParameterType == typeof(SettingEditor)))
            .ToList();

        // The installation changes more than settings.
        handlers.Should().HaveCountGreaterThan(10);
        handlers.Select(type => type.GetInterfaces().First(IsHandler).GenericTypeArguments[0])
            .Where(message => !message.IsAssignableTo(typeof(IChangesSettings))).Select(message => message.Name).Should().Equal("Install");
    }

    /// <summary>Which classes of ours, of those that the type is made of, send messages.</summary>
    private static IEnumerable<string> Senders(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || type.Assembly != Types[0].Assembly)
            return [];

        return Needs(type).Any(need => need == typeof(IMediator) || need == typeof(CommandSender) || need == typeof(BackgroundCommandSender))
            ? [type.Name]
            : Needs(type).SelectMany(need => Senders(need, seen));
    }

    private static IEnumerable<Type> Needs(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType);

    private static Type? Answer(Type type) =>
        type.GetInterfaces()
            .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequest<>))?.GenericTypeArguments[0];

    private static bool IsHandler(Type face) => face.IsGenericType
        && (face.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || face.GetGenericTypeDefinition() == typeof(IReaction<>));
}
