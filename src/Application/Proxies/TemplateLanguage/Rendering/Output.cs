using System.Text;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

/// <summary>Collects the output within its limit and makes it fit for its mode.</summary>
internal sealed class Output(Run run)
{
    private readonly StringBuilder _text = new();
    private long _bytes;

    public void Literal(int at, string text)
    {
        run.Spend(at, text.Length);
        _bytes += Encoding.UTF8.GetByteCount(text);
        run.CheckLength(at, _bytes);
        _text.Append(text);
    }

    public void Print(int at, object? value)
    {
        if (value is null && run.Mode == RenderMode.Html)
            return;

        var text = value is null ? "<no value>" : ValueText.Of(value, run, at);
        Literal(at, run.Mode == RenderMode.Html ? Escaping.Html(text) : text);
    }

    /// <summary>A profile may hold any bytes; a page and a line are text.</summary>
    public override string ToString() => run.Mode switch
    {
        RenderMode.Line => Escaping.OneLine(GoText.Valid(_text.ToString())),
        RenderMode.Html => GoText.Valid(_text.ToString()),
        _ => GoText.Joined(_text.ToString()),
    };
}
