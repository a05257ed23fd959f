using System.Runtime.CompilerServices;
using FluentAssertions;

namespace VpsPanel.Architecture.Tests;

/// <summary>
/// What still breaks a rule, written down beside the rule. A new line is a broken rule; a line that nothing needs any more must go, so the
/// list only shrinks. Lines that start with # say why.
/// </summary>
internal static class ShrinkingList
{
    public static void Check(string file, IEnumerable<string> found, [CallerFilePath] string caller = "")
    {
        var listed = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(caller)!, file))
            .Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').ToList();
        var broken = found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        Lines(broken.Except(listed)).Should().BeEmpty($"the rule allows none but those of {file}");
        Lines(listed.Except(broken)).Should().BeEmpty($"nothing needs these lines of {file} any more");
    }

    /// <summary>One text, so that a failing test shows all of them.</summary>
    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
