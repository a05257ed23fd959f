namespace VpsPanel.Application.Templates.Syntax;

/// <summary>Which slot a name stands for at the point that is parsed; a declaration hides an outer one of the same name.</summary>
internal sealed class Variables
{
    private readonly List<(string Name, int Slot)> _visible = [("$", 0)];

    /// <summary>Slot 0 is the data.</summary>
    public int Count { get; private set; } = 1;

    public int Declare(string name)
    {
        _visible.Add((name, Count));
        return Count++;
    }

    public int Find(Token token)
    {
        var found = _visible.FindLastIndex(variable => variable.Name == token.Text);
        return found >= 0 ? _visible[found].Slot : throw TemplateFailure.Syntax(token.At, $"undefined variable {token.Text}");
    }

    public int Mark() => _visible.Count;

    public void ReturnTo(int mark) => _visible.RemoveRange(mark, _visible.Count - mark);
}
