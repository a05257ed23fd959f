using System.Reflection;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VpsPanel.Testing;
using Xunit;
using Xunit.Sdk;

namespace VpsPanel.Functional.Tests.WebApi.Http;

/// <summary>The rule that a test fails when its service logs an error that it does not expect.</summary>
public sealed class ErrorLogTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Theory]
    [InlineData(LogLevel.Error, "VpsPanel.Anything", true)]
    [InlineData(LogLevel.Critical, "Microsoft.AspNetCore.Server.Kestrel", true)]
    [InlineData(LogLevel.Warning, "VpsPanel.Infrastructure.Persistence.Outbox.OutboxDelivery", true)]
    [InlineData(LogLevel.Warning, "Microsoft.EntityFrameworkCore.Query", true)]
    [InlineData(LogLevel.Warning, "VpsPanel.Anything", false)]
    [InlineData(LogLevel.Information, "VpsPanel.Infrastructure.Persistence.Outbox.OutboxDelivery", false)]
    public void An_unexpected_error_of_the_service_is_found_and_names_the_test(LogLevel level, string category, bool expected)
    {
        Log(category, level, "something broke");

        var look = app.Errors.ThrowIfAny;

        if (expected)
            look.Should().Throw<XunitException>().WithMessage(
                $"*{nameof(An_unexpected_error_of_the_service_is_found_and_names_the_test)}*something broke*");
        else
            look.Should().NotThrow();
    }

    [Fact]
    public void An_error_that_is_expected_fails_nothing()
    {
        app.Errors.Expect("on purpose");
        Log("VpsPanel.Anything", LogLevel.Error, "broken on purpose");

        app.Errors.ThrowIfAny();
    }

    [Fact]
    public void The_end_of_a_test_looks_at_the_services_that_it_used()
    {
        Log("VpsPanel.Anything", LogLevel.Error, "something broke");
        var test = (MethodInfo)MethodBase.GetCurrentMethod()!;

        var end = () => new UnexpectedErrorsFailAttribute().After(test);

        end.Should().Throw<XunitException>();
        typeof(ErrorLogTests).Assembly.GetCustomAttributes<UnexpectedErrorsFailAttribute>().Should().ContainSingle();
    }

    private void Log(string category, LogLevel level, string text) =>
        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(category).Log(level, "{Text}", text);
}
