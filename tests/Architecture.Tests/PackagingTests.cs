using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using VpsPanel.WebApi.Commands;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>What operators copy: the tests build no image and start no unit, so what these files name is compared with what exists.</summary>
public sealed class PackagingTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Units() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "build/systemd")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Units))]
    public void Systemd_finds_nothing_wrong_with_a_unit(string unit)
    {
        if (!File.Exists("/usr/bin/systemd-analyze"))
            return; // Only systemd itself knows its words; a machine without it cannot tell.

        var folder = Directory.CreateTempSubdirectory("vpspanel-units-");
        try
        {
            // The program is not installed here, and its path is the first thing that systemd would complain about.
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "build/systemd")))
            {
                File.WriteAllText(
                    Path.Combine(folder.FullName, Path.GetFileName(file)),
                    File.ReadAllText(file).Replace("/opt/vpspanel/VpsPanel.WebApi", "/bin/true", StringComparison.Ordinal));
            }

            var start = new ProcessStartInfo("/usr/bin/systemd-analyze", ["verify", "--man=no", Path.Combine(folder.FullName, unit)]) { UseShellExecute = false, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();

            said.Split('\n').Where(line => line.Contains("vpspanel", StringComparison.Ordinal)).Should().BeEmpty();
            process.ExitCode.Should().Be(0, said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("vpspanel.service")]
    [InlineData("vpspanel-migrate.service")]
    [InlineData("vpspanel-check.service")]
    public void A_service_runs_as_a_user_of_its_own_without_capabilities_on_a_file_system_it_cannot_write(string unit) =>
        File.ReadAllLines(Path.Combine(Root, "build/systemd", unit)).Should()
            .Contain(["DynamicUser=yes", "ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet="]);

    [Fact]
    public void The_image_copies_what_exists_and_runs_what_is_published_as_nobody_in_particular()
    {
        var lines = File.ReadAllLines(Path.Combine(Root, "build/Dockerfile"));
        var copied = lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^1]).ToList();

        copied.Should().Contain("src").And.OnlyContain(path => Path.Exists(Path.Combine(Root, path)));
        lines.Should().Contain("USER vpspanel").And.Contain("ENTRYPOINT [\"/opt/vpspanel/VpsPanel.WebApi\"]");
        lines.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)).Should().Be("USER vpspanel", "no stage ends as root");
        lines.Single(line => line.Contains("PublishProfile", StringComparison.Ordinal)).Should().Contain("SelfContained");
        File.Exists(Path.Combine(Root, "src/WebApi/Properties/PublishProfiles/SelfContained.pubxml")).Should().BeTrue();
    }

    [Theory]
    [InlineData("build/compose.yaml")]
    [InlineData("build/compose.sqlserver.yaml")]
    [InlineData("build/systemd/vpspanel.service")]
    [InlineData("build/Dockerfile")]
    public void What_is_configured_is_a_key_that_the_operations_guide_explains(string file)
    {
        var guide = File.ReadAllText(Path.Combine(Root, "docs/operations.md"));
        var keys = Regex.Matches(File.ReadAllText(Path.Combine(Root, file)), @"\b[A-Z][A-Za-z]+__[A-Za-z_]+\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(found => found.Value.Replace("__", ":", StringComparison.Ordinal)).Distinct().ToList();

        keys.Should().NotBeEmpty().And.OnlyContain(key => guide.Contains($"`{key}`", StringComparison.Ordinal));
    }

    [Fact]
    public void The_keys_that_everybody_knows_stay_at_home()
    {
        var project = File.ReadAllText(Path.Combine(Root, "src/WebApi/VpsPanel.WebApi.csproj"));
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "src/WebApi/appsettings.Development.json")));

        project.Should().Contain("Update=\"appsettings.Development.json\" CopyToPublishDirectory=\"Never\"");
        settings.RootElement.GetProperty("Database").GetProperty("ConnectionString").GetString().Should().StartWith("Host=127.0.0.1;Port=54320;");
    }

    [Theory]
    [InlineData(null, null, "http://127.0.0.1:8080/health/ready")]
    [InlineData(null, "5000;5001", "http://127.0.0.1:5000/health/ready")]
    [InlineData("http://+:8080", null, "http://127.0.0.1:8080/health/ready")]
    [InlineData("https://+:8443; http://0.0.0.0:81/", "9", "http://127.0.0.1:81/health/ready")]
    [InlineData("http://[::]:82", null, "http://127.0.0.1:82/health/ready")]
    [InlineData("http://10.0.0.7:83", null, "http://10.0.0.7:83/health/ready")]
    public void Health_is_asked_where_the_service_listens(string? urls, string? ports, string asked) =>
        HealthCommand.Address(urls, ports).ToString().Should().Be(asked);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "VpsPanel.sln")))
            folder = folder.Parent!;

        return folder.FullName;
    }
}
