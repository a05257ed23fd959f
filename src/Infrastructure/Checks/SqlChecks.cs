using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Checks;

internal static class SqlChecks
{
    /// <summary>The lines of all texts.</summary>
    public static async Task<IReadOnlyList<string>> Run(this IReadDb db, CancellationToken ct, params Sql<CheckArgs, string>[] texts)
    {
        List<string> lines = [];
        foreach (var text in texts)
            lines.AddRange(await db.List(text, new CheckArgs(CheckArgs.Most), ct));

        return lines;
    }
}
