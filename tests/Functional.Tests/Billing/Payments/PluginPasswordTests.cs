using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Abstractions;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Payments;

public sealed class PluginPasswordTests : IAsyncLifetime
{
    private readonly Plugins _plugins = new();

    public Task InitializeAsync() => _plugins.InitializeAsync();

    public Task DisposeAsync() => _plugins.DisposeAsync();

    [Fact]
    public async Task Without_a_password_nothing_can_be_uploaded()
    {
        await _plugins.App.Scalar<long>(
            "with gone as (delete from settings where setting_key = 'payment_plugin_upload_password' returning 1) select count(*) from gone");
        _plugins.App.Services.GetRequiredService<ISettingsCache>().Invalidate();

        (await _plugins.Upload("p.sh", "x", "")).Code.Should().Be("plugin.upload_off");
        (await _plugins.Upload("p.sh", "x", null)).Code.Should().Be("plugin.upload_off");
    }

    [Fact]
    public async Task The_password_counts_in_the_form_or_in_the_header_and_can_be_guessed_five_times()
    {
        _ = (await _plugins.Upload("form.sh", "x")).Ok;
        _ = (await _plugins.Upload("header.sh", "x", inHeader: true)).Ok;
        foreach (var guess in new[] { null, "", "open sesame", "OPEN SESAME 42", "open sesame 42 " })
            (await _plugins.Upload("guess.sh", "x", guess)).Code.Should().Be("plugin.invalid_password");

        (await _plugins.Upload("guess.sh", "x")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        File.Exists(Path.Combine(_plugins.Folder, "guess.sh")).Should().BeFalse();
        (await _plugins.App.Scalar<string>("select value from settings where setting_key = 'payment_plugin_upload_password'"))
            .Should().StartWith("v1.").And.NotContain("sesame");
    }
}
