using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Xunit.Sdk;

namespace VpsPanel.Testing;

/// <summary>
/// Collects what no service should log while a test runs: entries of level Error and above, reactions that failed, and warnings of EF,
/// which each tell of a query or a model that does not mean what it says. What is left when the test or its class ends fails it.
/// </summary>
public sealed class ErrorLog : ILoggerProvider
{
    private const int MaxShown = 5;
    private const int MaxLength = 2000;

    private readonly ConcurrentQueue<Entry> _entries = new();
    private readonly ConcurrentBag<string> _expected = [];

    /// <summary>Entries with this text in them fail nothing from now on: the class brings them about on purpose.</summary>
    public void Expect(string fragment) => _expected.Add(fragment);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    /// <summary>Takes out what is there and fails with it.</summary>
    /// <exception cref="XunitException">Something was logged that nobody expected.</exception>
    public void ThrowIfAny()
    {
        List<string> found = [];
        while (_entries.TryDequeue(out var entry))
        {
            if (!_expected.Any(fragment => entry.Text.Contains(fragment, StringComparison.Ordinal)))
                found.Add($"[while {entry.Test}] {entry.Text}");
        }

        if (found.Count > 0)
        {
            throw new XunitException(
                $"The service logged {found.Count} unexpected errors:\n{string.Join('\n', found.Take(MaxShown))}");
        }
    }

    private void Add(LogLevel level, string category, string text, Exception? error)
    {
        var whole = $"{level} {category}: {text}{(error is null ? "" : $"\n{error}")}";
        _entries.Enqueue(new Entry(RunningTests.Using(this), whole.Length > MaxLength ? whole[..MaxLength] : whole));
    }

    private sealed record Entry(string Test, string Text);

    private sealed class Logger(ErrorLog log, string category) : ILogger
    {
        private readonly LogLevel _least =
            category.EndsWith(".OutboxDelivery", StringComparison.Ordinal)
            || category.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                ? LogLevel.Warning
                : LogLevel.Error;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= _least;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log.Add(logLevel, category, formatter(state, exception), exception);
        }
    }
}
