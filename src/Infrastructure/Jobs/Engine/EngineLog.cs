using Hangfire.Logging;
using Microsoft.Extensions.Logging;
using LogLevel = Hangfire.Logging.LogLevel;

namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>
/// Passes the engine's log lines on. The engine keeps its loggers in static fields, which outlive the host that they were made for: they
/// look the present host's logging up at every line.
/// </summary>
internal sealed class EngineLog : ILogProvider
{
    private static volatile ILoggerFactory? _present;

    public static void Use(ILoggerFactory logs)
    {
        _present = logs;
        LogProvider.SetCurrentLogProvider(new EngineLog());
    }

    /// <summary>The host ends.</summary>
    public static void Leave(ILoggerFactory logs)
    {
        if (ReferenceEquals(_present, logs))
            _present = null;
    }

    public ILog GetLogger(string name) => new Lines(name);

    private sealed class Lines(string name) : ILog
    {
        public bool Log(LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null)
        {
            if (Logger() is not { } logger)
                return false;

            var level = Level(logLevel);
            if (messageFunc is null)
                return logger.IsEnabled(level);

            if (logger.IsEnabled(level))
                logger.Log(level, default, messageFunc(), exception, static (text, _) => text);

            return true;
        }

        private static Microsoft.Extensions.Logging.LogLevel Level(LogLevel level) => level switch
        {
            LogLevel.Trace => Microsoft.Extensions.Logging.LogLevel.Trace,
            LogLevel.Debug => Microsoft.Extensions.Logging.LogLevel.Debug,
            LogLevel.Info => Microsoft.Extensions.Logging.LogLevel.Information,
            LogLevel.Warn => Microsoft.Extensions.Logging.LogLevel.Warning,
            LogLevel.Error => Microsoft.Extensions.Logging.LogLevel.Error,
            _ => Microsoft.Extensions.Logging.LogLevel.Critical,
        };

        private ILogger? Logger()
        {
            try
            {
                return _present?.CreateLogger(name);
            }
            catch (ObjectDisposedException)
            {
                return null;
            }
        }
    }
}
