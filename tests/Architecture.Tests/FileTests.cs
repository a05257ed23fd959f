using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FluentAssertions;
using VpsPanel.Application;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>Whoever looks for a public type finds it by the name of its file, in the folder that its namespace names.</summary>
public sealed partial class FileTests
{
    private static readonly string[] Collections = ["Ids", "Events", "Views", "Fields", "Bodies", "Errors", "Endpoints"];

    private static readonly HashSet<string> Messages =
    [
        .. typeof(DependencyInjection).Assembly.GetTypes()
            .Where(type => type.GetInterfaces().Any(face => face is { IsGenericType: true, Name: "IRequest`1" })).Select(type => type.Name),
    ];

    [Fact]
    public void A_public_type_is_in_a_file_of_its_name_or_of_what_it_belongs_to()
    {
        var sources = Sources().ToList();

        sources.Should().HaveCountGreaterThan(500);
        ShrinkingList.Check("hidden-types.txt", sources.SelectMany(source => Hidden(source.Path, source.Text)));
    }

    [Fact]
    public void The_namespace_of_a_file_is_its_folder()
    {
        var wrong =
            from source in Sources()
            let declared = Declared().Match(source.Text)
            let folder = Path.GetDirectoryName(source.Path)!.Replace('\\', '/').Replace("/", ".", StringComparison.Ordinal)
            where declared.Success && declared.Groups["name"].Value != $"VpsPanel.{folder}"
            select source.Path;

        wrong.Should().BeEmpty();
    }

    /// <summary>
    /// Allowed beside the namesake: what begins with its name, the rows and answers of a slice, and records in a file that is named as a
    /// collection of them.
    /// </summary>
    private static IEnumerable<string> Hidden(string path, string text)
    {
        var stem = Path.GetFileName(path).Split('.')[0];
        var isData = Messages.Contains(stem) || Collections.Any(word => stem.EndsWith(word, StringComparison.Ordinal));
        return
            from match in PublicType().Matches(text)
            let kind = match.Groups["kind"].Value
            let name = match.Groups["name"].Value
            where name != stem && !name.StartsWith(stem, StringComparison.Ordinal) && !(isData && kind is "record" or "struct" or "enum")
            select $"{path} {name}";
    }

    private static IEnumerable<(string Path, string Text)> Sources([CallerFilePath] string file = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "src"));
        return
            from path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            let relative = Path.GetRelativePath(root, path).Replace('\\', '/')
            where !relative.Contains("/obj/", StringComparison.Ordinal) && !relative.Contains("/bin/", StringComparison.Ordinal)
                && !relative.Contains("/Migrations/", StringComparison.Ordinal)
            orderby relative
            select (relative, File.ReadAllText(path));
    }

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|partial|readonly|ref) )*(?<kind>class|record|struct|interface|enum|delegate)(?: struct| class)? (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declared();
}
