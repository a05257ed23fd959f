using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>snake_case names, typed keys as bigint identities, enums as checked text, row versions on aggregates.</summary>
internal static class ModelConventions
{
    /// <summary>
    /// Texts are equal when they are the same, as on PostgreSQL: SQL Server's usual collations take <c>A</c> for <c>a</c>, so that two
    /// tokens, codes or keys could be one. This one compares by code points.
    /// </summary>
    public const string SqlServerCollation = "Latin1_General_100_BIN2";

    /// <summary>How many keys a process takes at once; what it has not used when it ends is left out.</summary>
    public const int BlockSize = 50;

    /// <summary>
    /// Whose keys are known before the insert, so that what is answered and what records it is written together with it. Nothing may be
    /// ordered by such a key alone, since nodes have blocks of their own: docs/decisions/0231.
    /// </summary>
    private static readonly Type[] FromBlocks = [typeof(Order), typeof(OrderItem), typeof(WalletOrder), typeof(WalletEntry)];

    public static void ConvertTypes(ModelConfigurationBuilder builder, params Assembly[] assemblies)
    {
        foreach (var type in assemblies.SelectMany(assembly => assembly.GetTypes()))
        {
            if (type is { IsEnum: true, IsNested: false })
                builder.Properties(type).HaveConversion(typeof(WireNameConverter<>).MakeGenericType(type)).HaveMaxLength(32)
                    .AreUnicode(false);
            else if (IsId(type))
                builder.Properties(type).HaveConversion(typeof(IdConverter<>).MakeGenericType(type));
        }
    }

    public static void Apply(ModelBuilder builder, bool isSqlServer)
    {
        foreach (var entity in builder.Model.GetEntityTypes().ToList())
        {
            if (typeof(AggregateRoot).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(AggregateRoot.RowVersion))!.IsConcurrencyToken = true;
                builder.Entity(entity.ClrType).Ignore(nameof(AggregateRoot.PendingEvents));
            }

            Name(entity);
            if (FromBlocks.Contains(entity.ClrType))
                NumberFromBlocks(builder, entity, isSqlServer);

            CheckEnums(entity);
            if (isSqlServer)
                Collate(entity);
        }
    }

    private static void Collate(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties().Where(IsText))
            property.SetCollation(SqlServerCollation);
    }

    private static bool IsText(IMutableProperty property) =>
        (property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string);

    private static void Name(IMutableEntityType entity)
    {
        var table = entity.GetTableName()!;
        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(WireNames.SnakeCase(property.Name));
            if (property.IsPrimaryKey() && IsId(property.ClrType) && entity.FindPrimaryKey()!.Properties.Count == 1
                && !property.IsForeignKey())
                property.ValueGenerated = ValueGenerated.OnAdd;
        }

        foreach (var key in entity.GetKeys())
            key.SetName($"{(key.IsPrimaryKey() ? "pk" : "ak")}_{table}{(key.IsPrimaryKey() ? "" : "_" + Columns(key.Properties))}");

        foreach (var key in entity.GetForeignKeys())
            key.SetConstraintName($"fk_{table}_{Columns(key.Properties)}");

        foreach (var index in entity.GetIndexes())
            index.SetDatabaseName($"{(index.IsUnique ? "ux" : "ix")}_{table}_{Columns(index.Properties)}");
    }

    private static void NumberFromBlocks(ModelBuilder builder, IMutableEntityType entity, bool isSqlServer)
    {
        var sequence = $"{entity.GetTableName()}_id_blocks";
        builder.HasSequence<long>(sequence).IncrementsBy(BlockSize);
        var key = entity.FindPrimaryKey()!.Properties.Single();
        if (isSqlServer)
        {
            SqlServerPropertyExtensions.SetValueGenerationStrategy(key, SqlServerValueGenerationStrategy.SequenceHiLo);
            SqlServerPropertyExtensions.SetHiLoSequenceName(key, sequence);
        }
        else
        {
            NpgsqlPropertyExtensions.SetValueGenerationStrategy(key, NpgsqlValueGenerationStrategy.SequenceHiLo);
            NpgsqlPropertyExtensions.SetHiLoSequenceName(key, sequence);
        }
    }

    private static void CheckEnums(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (!type.IsEnum)
                continue;

            var column = WireNames.SnakeCase(property.Name);
            var names = Enum.GetValues(type).Cast<Enum>().Select(value => $"'{WireNames.NameOf(value)}'");
            entity.AddCheckConstraint($"ck_{entity.GetTableName()}_{column}", $"{column} in ({string.Join(", ", names)})");
        }
    }

    private static string Columns(IEnumerable<IReadOnlyProperty> properties) =>
        string.Join('_', properties.Select(property => WireNames.SnakeCase(property.Name)));

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>));

    private sealed class WireNameConverter<TEnum>()
        : ValueConverter<TEnum, string>(value => WireNames.Of(value), text => WireNames.Parse<TEnum>(text))
        where TEnum : struct, Enum;

    private sealed class IdConverter<TId>() : ValueConverter<TId, long>(id => id.Value, value => Make(value))
        where TId : struct, IId<TId>
    {
        // An expression tree cannot call a static abstract member.
        private static TId Make(long value) => TId.From(value);
    }
}
