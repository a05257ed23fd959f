using FluentAssertions;
using VpsPanel.Application.Billing.Payments.Plugins;
using VpsPanel.Application.Engagement.Webhooks.Commands;
using Xunit;

namespace VpsPanel.Application.Tests;

/// <summary>A line break at the end is no part of a word, though <c>$</c> in a pattern lets it pass.</summary>
public sealed class LineBreakTests
{
    [Theory]
    [InlineData("order.approved", true)]
    [InlineData("order.approved\n", false)]
    public void An_event_type_has_no_line_break_at_its_end(string type, bool isValid) =>
        new TestWebhooksValidator().Validate(new TestWebhooks(type, null)).IsValid.Should().Be(isValid);

    [Theory]
    [InlineData("plugins/payment", true)]
    [InlineData("plugins/payment\n", false)]
    public void A_plugin_folder_has_no_line_break_at_its_end(string path, bool isValid) =>
        (PluginSettings.Folder.Validate(path) is null).Should().Be(isValid);
}
