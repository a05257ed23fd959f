using FluentAssertions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Proxies.TemplateLanguage;
using VpsPanel.Application.Proxies.Templates;
using VpsPanel.Application.Tests.Proxies.TemplateLanguage;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.Profiles;

public sealed class TemplateVariableTests
{
    [Fact]
    public void A_default_is_given_where_nothing_stands_and_leaves_shared_maps_alone()
    {
        var data = Data();
        var shared = data["user"];

        Apply(data, ("user.theme", new TemplateVariable("string", true, null, new RawJson("\"dark\"")))).Should().BeNull();
        Apply(data, ("user.username", new TemplateVariable("string", true, null, new RawJson("\"other\"")))).Should().BeNull();
        Apply(data, ("brand.new.flag", new TemplateVariable("bool", false, null, new RawJson("true")))).Should().BeNull();

        var user = (IReadOnlyDictionary<string, object?>)data["user"]!;
        user["theme"].Should().Be("dark");
        user["username"].Should().Be("ann");
        user["id"].Should().Be(7L);
        ((IReadOnlyDictionary<string, object?>)shared!).Should().NotContainKey("theme");
        ((IReadOnlyDictionary<string, object?>)((IReadOnlyDictionary<string, object?>)data["brand"]!)["new"]!)["flag"].Should().Be(true);
    }

    [Theory]
    [InlineData("one")]
    [InlineData("half")]
    [InlineData("whole")]
    public void A_declared_number_is_a_float_whatever_its_value(string path)
    {
        var data = Data();

        Apply(data, (path, new TemplateVariable("number", true, null, null))).Should().BeNull();

        var written = Template.Parse("{{printf \"%.2f\" ." + path + "}} {{lt ." + path + " 2.75}}").Value.Render(data, RenderMode.Text, TimeProvider.System);
        written.Value.Should().MatchRegex(@"\A[012]\.[05]0 true\z");
    }

    [Fact]
    public void A_default_of_a_declared_number_is_a_float_too()
    {
        var data = Data();

        Apply(data, ("plan.rate", new TemplateVariable("number", true, null, new RawJson("10")))).Should().BeNull();

        Template.Parse("{{printf \"%.2f\" .plan.rate}}").Value.Render(data, RenderMode.Text, TimeProvider.System).Value.Should().Be("10.00");
    }

    [Theory]
    [InlineData("missing", "string", true, "template.variable_missing")]
    [InlineData("missing", "string", false, null)]
    [InlineData("user.missing.deep", "any", true, "template.variable_missing")]
    [InlineData("name", "string", true, null)]
    [InlineData("name", "integer", false, "template.variable_type")]
    [InlineData("one", "number", true, null)]
    [InlineData("pi", "integer", true, "template.variable_type")]
    [InlineData("user", "object", true, null)]
    [InlineData("list", "array", true, null)]
    [InlineData("yes", "boolean", true, null)]
    [InlineData("list", "object", true, "template.variable_type")]
    public void Required_ones_must_be_there_and_types_must_fit(string path, string type, bool required, string? code) =>
        Apply(Data(), (path, new TemplateVariable(type, required, null, null))).Should().Be(code);

    [Theory]
    [InlineData("a b", "string", null)]
    [InlineData("a..b", "string", null)]
    [InlineData("", "string", null)]
    [InlineData("a", "date", null)]
    [InlineData("a", "integer", "\"text\"")]
    [InlineData("a", "string", "\"\\ud800\"")]
    public void Nonsense_is_refused(string path, string type, string? value) =>
        TemplateVariables.Write(Map((path, new TemplateVariable(type, null, null, value is null ? null : new RawJson(value))))).Error!.Code
            .Should().Be("request.invalid");

    private static Dictionary<string, object?> Data() => new(TemplateSteps.Data);

    private static string? Apply(Dictionary<string, object?> data, (string, TemplateVariable?) variable) =>
        TemplateVariables.Apply(TemplateVariables.Write(Map(variable)).Value, data)?.Code;

    private static Dictionary<string, TemplateVariable?> Map((string Path, TemplateVariable? Variable) one) =>
        new() { [one.Path] = one.Variable };
}
