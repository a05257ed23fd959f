using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using VpsPanel.Application.Engagement.Exports;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>
/// Streams a table as CSV (RFC 4180) with a byte order mark, without which Excel takes the text for an old code page. No text of a
/// cell can become a formula there.
/// </summary>
internal sealed class CsvResult : IResult, IEndpointMetadataProvider
{
    private const int FlushBytes = 32 * 1024;
    private const string MediaType = "text/csv";

    private readonly Result<Export> _result;

    private CsvResult(Result<Export> result) => _result = result;

    public static implicit operator CsvResult(Result<Export> result) => new(result);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [MediaType]));

    public Task ExecuteAsync(HttpContext httpContext) =>
        _result.IsSuccess ? Write(httpContext, _result.Value) : ErrorBody.Write(httpContext, _result.Error);

    private static async Task Write(HttpContext context, Export export)
    {
        var response = context.Response;
        response.ContentType = $"{MediaType}; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{export.Name}.csv\"";
        response.Headers.CacheControl = "no-store";

        var body = response.BodyWriter;
        var text = new StringBuilder("\uFEFF").Row(export.Header.Select(name => (Cell)name));
        await foreach (var row in export.Rows.WithCancellation(context.RequestAborted))
        {
            text.Row(row);
            if (text.Length < FlushBytes)
                continue;

            await body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), context.RequestAborted);
            text.Clear();
        }

        await body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), context.RequestAborted);
    }
}

internal static class CsvText
{
    /// <summary>Spreadsheets run what begins like this, and those of some languages the full-width forms, too.</summary>
    private const string FormulaStarts = "=+-@|%\t\r\n＝＋－＠";

    public static StringBuilder Row(this StringBuilder text, IEnumerable<Cell> cells) =>
        text.AppendJoin(',', cells.Select(cell => cell.IsText ? Quote(cell.Value) : cell.Value)).Append("\r\n");

    /// <summary>An apostrophe in front makes a spreadsheet take the cell as it is.</summary>
    public static string Quote(string text)
    {
        var runs = Runs(text) || Runs(text.TrimStart());
        return $"\"{(runs ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool Runs(string text) => text.Length > 0 && FormulaStarts.Contains(text[0]);
}
