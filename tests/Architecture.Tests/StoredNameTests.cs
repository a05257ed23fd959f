using System.Reflection;
using System.Runtime.CompilerServices;
using FluentAssertions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>
/// Rows of an older version hold these names, and JSON with these members. A line may be added to stored-names.txt; one that is
/// changed or taken away breaks the database of whoever updates. With VPSPANEL_WRITE_STORED_NAMES=1 the first test writes the file.
/// </summary>
public sealed class StoredNameTests
{
    private static readonly Type[] Types = [.. typeof(IDomainEvent).Assembly.GetTypes(), .. typeof(ICommandMessage).Assembly.GetTypes()];

    [Fact]
    public void The_names_and_members_that_rows_hold_are_those_of_the_committed_list()
    {
        var path = ListPath();
        if (Environment.GetEnvironmentVariable("VPSPANEL_WRITE_STORED_NAMES") == "1")
            File.WriteAllText(path, string.Join('\n', Lines()) + "\n");

        var listed = File.ReadAllLines(path);
        listed.Except(Lines()).Should().BeEmpty("rows hold these and the code does not know them");
        Lines().Except(listed).Should().BeEmpty("VPSPANEL_WRITE_STORED_NAMES=1 dotnet test tests/Architecture.Tests adds these");
        listed.Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_type_that_rows_name_has_a_stored_name_of_its_kind()
    {
        Named<EventNameAttribute>(type => type.IsAssignableTo(typeof(IDomainEvent)), abstractToo: true);
        Named<StreamNameAttribute>(type => type.IsAssignableTo(typeof(AggregateRoot)));
        Named<ReactionNameAttribute>(type => Reacts(type).Any());
        Named<CommandNameAttribute>(type => type.IsAssignableTo(typeof(IIdempotent)));
    }

    [Fact]
    public void A_stored_name_belongs_to_one_type_of_its_kind_and_fits_its_column()
    {
        var names = Types.Select(type => type.GetCustomAttribute<StoredNameAttribute>(inherit: false)).OfType<StoredNameAttribute>().ToList();

        names.Select(name => (name.GetType(), name.Name)).Should().OnlyHaveUniqueItems();
        names.Should().OnlyContain(name => name.Name.Length <= 40 && name.Name.All(char.IsAscii));
    }

    private static IEnumerable<string> Lines() =>
        Types.SelectMany(type => type.GetCustomAttribute<StoredNameAttribute>(inherit: false) switch
        {
            EventNameAttribute happened => [$"event {happened.Name} {Members(type)}"],
            StreamNameAttribute stream => [$"stream {stream.Name}"],
            ReactionNameAttribute reaction => Reacts(type).Select(to => $"reaction {reaction.Name}:{StoredNameAttribute.Of(to)}"),
            CommandNameAttribute command => [$"command {command.Name} {Members(type)} -> {Members(Answer(type))}"],
            _ => Enumerable.Empty<string>(),
        }).Select(line => line.TrimEnd()).Order(StringComparer.Ordinal);

    private static void Named<TAttribute>(Func<Type, bool> isStored, bool abstractToo = false)
        where TAttribute : StoredNameAttribute
    {
        var stored = Types.Where(type => type.IsClass && (abstractToo || !type.IsAbstract) && isStored(type)).ToList();

        stored.Should().NotBeEmpty();
        stored.Where(type => type.GetCustomAttribute<TAttribute>(inherit: false) is null).Select(type => type.Name).Should().BeEmpty();
    }

    /// <summary>The members as the stored JSON names them.</summary>
    private static string Members(Type? type) => type is null ? "" : string.Join(' ', type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.CanWrite && property.Name != nameof(IIdempotent.IdempotencyKey))
        .Select(property => WireNames.SnakeCase(property.Name))
        .Order(StringComparer.Ordinal));

    private static IEnumerable<Type> Reacts(Type type) => type.GetInterfaces()
        .Where(face => type is { IsClass: true, IsAbstract: false }
            && face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReaction<>))
        .Select(face => face.GenericTypeArguments[0]);

    private static string ListPath([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "stored-names.txt");

    private static Type? Answer(Type command) => command.GetInterfaces()
        .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ICommand<>))?.GenericTypeArguments[0];
}
