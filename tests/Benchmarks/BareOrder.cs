using System.Reflection;
using System.Text.Json;
using Npgsql;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Benchmarks;

/// <summary>
/// Kestrel and Npgsql that run the very SQL of <c>GET /orders/{id}</c> and send the rows: no routing, no token, no mapping.
/// </summary>
internal static class BareOrder
{
    public static async Task Serve(string url, string connectionString, long orderId, long userId)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var source = NpgsqlDataSource.Create($"{connectionString};Max Auto Prepare=20;No Reset On Close=true");
        var sql = string.Join(";\n", Texts("GetMyOrderHandler"));
        await using var app = builder.Build();
        app.Run(context => Answer(context, source, sql, orderId, userId));
        await app.RunAsync();
    }

    private static IEnumerable<string> Texts(string handler) =>
        typeof(IReadDb).Assembly.GetTypes().Single(type => type.Name == handler)
            .GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Sql<,>))
            .Select(field => (string)field.FieldType.GetProperty("Text")!.GetValue(field.GetValue(null))!);

    private static async Task Answer(HttpContext context, NpgsqlDataSource source, string sql, long orderId, long userId)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue("Id", orderId);
        command.Parameters.AddWithValue("UserId", userId);
        await using var rows = await command.ExecuteReaderAsync(context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartArray();
        do
        {
            while (await rows.ReadAsync(context.RequestAborted))
                Write(json, rows);
        }
        while (await rows.NextResultAsync(context.RequestAborted));
        json.WriteEndArray();
        await json.FlushAsync(context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject();
        for (var column = 0; column < row.FieldCount; column++)
        {
            json.WritePropertyName(row.GetName(column));
            switch (row.IsDBNull(column) ? null : row.GetValue(column))
            {
                case null:
                    json.WriteNullValue();
                    break;
                case long number:
                    json.WriteNumberValue(number);
                    break;
                case int number:
                    json.WriteNumberValue(number);
                    break;
                case DateTime instant:
                    json.WriteStringValue(instant);
                    break;
                case var other:
                    json.WriteStringValue(other.ToString());
                    break;
            }
        }

        json.WriteEndObject();
    }
}
