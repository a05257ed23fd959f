using System.Globalization;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http.JobsDashboard;

/// <summary>Both stores of the engine number its jobs, and throw at anything else.</summary>
internal static class JobIds
{
    public static readonly Error NotFound = Error.NotFound("jobs.not_found");

    public static bool IsId(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
