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

        broken.Except(listed).Should().BeEmpty($"the rule allows none but those of {file}");
        listed.Except(broken).Should().BeEmpty($"nothing needs these lines of {file} any more");
    }
}
