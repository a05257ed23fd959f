using System.Globalization;
using System.Text;
using VpsPanel.Application.Proxies.TemplateLanguage.Functions;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

/// <summary>What one rendering may still spend, and what it is for.</summary>
internal sealed class Run(TemplateLimits limits, RenderMode mode, TimeProvider clock)
{
    /// <summary>Work on text and lists is far cheaper than a visit to a node.</summary>
    private const int UnitsPerStep = 32;

    private const long StepsBetweenLooks = 256;

    private const int BlocksPerDepth = 4;

    private readonly long _started = clock.GetTimestamp();
    private long _steps;
    private long _nextLook;
    private int _nesting;

    public RenderMode Mode => mode;

    public TimeProvider Clock => clock;

    public PatternCache Patterns { get; } = new();

    /// <summary>Counts a step, and more for as many characters or entries.</summary>
    public void Spend(int at, long units = 0)
    {
        _steps += 1 + (units / UnitsPerStep);
        if (_steps > limits.Steps)
            throw TemplateFailure.Limit(at, $"more than {limits.Steps} steps");

        if (_steps < _nextLook)
            return;

        _nextLook = _steps + StepsBetweenLooks;
        if (clock.GetElapsedTime(_started) > limits.Time)
            throw TemplateFailure.Limit(at, $"not done within {limits.Time.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s");
    }

    /// <summary>For a list that is about to be made: a variable can keep it, so that its entries cost memory until the end.</summary>
    public void SpendEntries(int at, int count) => Spend(at, (long)count * UnitsPerStep);

    /// <summary>Refuses text that would be too long, before it is made.</summary>
    public void CheckLength(int at, long length)
    {
        if (length > limits.OutputBytes)
            throw TemplateFailure.Limit(at, $"text of more than {limits.OutputBytes} bytes");
    }

    public void CheckDepth(int at, int depth)
    {
        if (depth > limits.Depth)
            throw TemplateFailure.Limit(at, $"value nested more than {limits.Depth} deep");
    }

    /// <summary>A block in a block; templates that call one another go deeper than the parser sees.</summary>
    public void Enter(int at)
    {
        if (++_nesting > limits.Depth * BlocksPerDepth)
            throw TemplateFailure.Limit(at, $"templates and blocks nested more than {limits.Depth * BlocksPerDepth} deep");
    }

    public void Leave() => _nesting--;

    public void CheckBytes(int at, string text) => CheckLength(at, Encoding.UTF8.GetByteCount(text));
}
