using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Billing.Payments.Plugins;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Logs;

namespace VpsPanel.Infrastructure.Gateways.Payments.Plugins;

/// <summary>
/// One process for each question: nothing a plugin does to itself outlives the answer. It gets an empty environment, no shell, a
/// few seconds, and room for one line.
/// </summary>
internal sealed partial class PluginRunner(PluginFolder folder, ILogger<PluginRunner> log) : IPluginRunner, IDisposable
{
    private const int Version = 1;
    private const int MaxAnswerBytes = 64 * 1024;
    private const int MaxErrorText = 500;
    private const int MaxRunning = 4;
    private const int TextFileBusy = 26;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Queue = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly SemaphoreSlim _places = new(MaxRunning);

    public async Task<Result<JsonElement>> Ask(string fileName, string sha256, string method, JsonObject parameters, CancellationToken ct)
    {
        if (!await _places.WaitAsync(Queue, ct))
            return PluginErrors.Busy;

        try
        {
            if (await folder.Checkout(fileName, sha256, ct) is not { } path)
                return PluginErrors.Changed;

            var request = new JsonObject { ["version"] = Version, ["method"] = method, ["params"] = parameters };
            var answer = await Exchange(path, request.ToJsonString(Plain), ct);
            return answer.IsSuccess ? Open(answer.Value) : answer.Error;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<Result<byte[]>> Exchange(string path, string request, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Limit);
        using var process = await Start(path, deadline.Token);
        if (process is null)
            return PluginErrors.Crashed;

        var complaint = new Complaint();
        _ = complaint.Hear(process.StandardError.BaseStream);
        try
        {
            var answer = FirstLine(process.StandardOutput.BaseStream);
            await Tell(process, request).WaitAsync(deadline.Token);
            var line = await answer.WaitAsync(deadline.Token);
            if (!line.IsSuccess)
                LogFailed(Path.GetFileName(path), line.Error.Code, complaint.Text);

            return line;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            LogFailed(Path.GetFileName(path), PluginErrors.Timeout.Code, complaint.Text);
            return PluginErrors.Timeout;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private async Task<Process?> Start(string path, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return Process.Start(Command(path));
            }
            catch (Win32Exception error) when (error.NativeErrorCode == TextFileBusy && tries < 10)
            {
                // A process forked while the copy was being written has it open for a moment.
                await Task.Delay(20, ct);
            }
            catch (Win32Exception error)
            {
                LogFailed(Path.GetFileName(path), PluginErrors.Crashed.Code, error.Message);
                return null;
            }
        }
    }

    private static ProcessStartInfo Command(string path)
    {
        var start = new ProcessStartInfo(path)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetDirectoryName(path),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
        };

        // Ours holds the keys of the database and of all secrets.
        start.Environment.Clear();
        return start;
    }

    private static async Task Tell(Process process, string request)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(request);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It did not want to listen. What it says, or that it says nothing, decides.
        }
    }

    private static async Task<Result<byte[]>> FirstLine(Stream output)
    {
        var bytes = new byte[MaxAnswerBytes + 1];
        var length = 0;
        while (length < bytes.Length)
        {
            var count = await output.ReadAsync(bytes.AsMemory(length));
            var end = Array.IndexOf(bytes, (byte)'\n', length, count);
            if (end >= 0)
                return bytes[..end];

            length += count;
            if (count == 0)
                return length == 0 ? PluginErrors.Crashed : bytes[..length];
        }

        return PluginErrors.TooMuch;
    }

    private static Result<JsonElement> Open(byte[] answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("ok", out var ok))
                return PluginErrors.Garbage;

            if (ok.ValueKind == JsonValueKind.True && root.TryGetProperty("result", out var result))
                return result.Clone();

            return ok.ValueKind == JsonValueKind.False && root.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.String
                ? PluginErrors.Refused(LogRedactor.Cut(LogRedactor.Text(error.GetString()!.ReplaceLineEndings(" ")), MaxErrorText))
                : PluginErrors.Garbage;
        }
        catch (JsonException)
        {
            return PluginErrors.Garbage;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Payment plugin {Plugin} failed: {Code}; it complained: {Complaint}")]
    private partial void LogFailed(string plugin, string code, string complaint);

    /// <summary>
    /// The beginning of what a plugin says to standard error. The rest is taken in and dropped: a full pipe would stop it.
    /// </summary>
    private sealed class Complaint
    {
        private readonly byte[] _kept = new byte[MaxErrorText];
        private int _length;

        public string Text
        {
            get
            {
                lock (_kept)
                    return LogRedactor.Text(Utf8.GetString(_kept, 0, _length));
            }
        }

        public async Task Hear(Stream errors)
        {
            try
            {
                var part = new byte[4096];
                for (var count = await errors.ReadAsync(part); count > 0; count = await errors.ReadAsync(part))
                {
                    lock (_kept)
                    {
                        var fits = Math.Min(count, MaxErrorText - _length);
                        part.AsSpan(0, fits).CopyTo(_kept.AsSpan(_length));
                        _length += fits;
                    }
                }
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException)
            {
                // The process and its pipe are gone.
            }
        }
    }
}
