using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Proxies.Templates;
using VpsPanel.Domain.Proxies.Templates;
using VpsPanel.Functional.Tests.Sales.Subscriptions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Proxies.Templates;

public sealed class StandardTemplateTests(PanelApp app) : IClassFixture<PanelApp>
{
    private const string Former = "{{- range .proxies}}{{with .quantumult_x}}{{.}}\n{{end}}{{end -}}";
    private const string Edited = "{{- range .proxies}}{{.loon}}; ours\n{{end -}}";

    [Fact]
    public async Task A_start_renews_a_standard_template_that_nobody_edited_and_leaves_an_edited_one()
    {
        await app.SeedTemplates();
        (await Put("quantumultx", Former)).Should().BeTrue();
        (await Put("loon", Edited)).Should().BeTrue();

        await app.SeedTemplates();
        await app.SeedTemplates();

        (await Content("quantumultx")).Should().NotBe(Former).And.Contain(".quantumult_x");
        (await app.Scalar<int>("select version from subscription_templates where client_type = 'quantumultx'")).Should().Be(2);
        (await app.Scalar<long>(
            "select count(*) from subscription_template_editions e join subscription_templates t on t.id = e.template_id where t.client_type = 'quantumultx' and e.version = 2 and e.content = t.content"))
            .Should().Be(1);
        (await Content("loon")).Should().Be(Edited);
        (await app.Scalar<int>("select version from subscription_templates where client_type = 'loon'")).Should().Be(1);
    }

    private Task<string> Content(string client) => app.Scalar<string>("select content from subscription_templates where client_type = $1", client);

    private Task<bool> Put(string client, string content) => app.Work(async services =>
    {
        var template = (await services.GetRequiredService<ISubscriptionTemplates>().FindDefault(client, default))!;
        return template.Write(new TemplateDraft(template.Name, template.Description, template.Format, content, template.Variables)).IsSuccess;
    });
}
