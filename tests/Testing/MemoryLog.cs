using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace VpsPanel.Testing;

/// <summary>Keeps every line that the service logs, scopes and exceptions included.</summary>
public sealed class MemoryLog : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(MemoryLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scopes = new List<string>();
            log._scopes.ForEachScope((scope, all) => all.Add(scope?.ToString() ?? ""), scopes);
            log.Lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception} {string.Join(' ', scopes)}");
        }
    }
}
