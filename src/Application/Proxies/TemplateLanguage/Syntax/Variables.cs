namespace VpsPanel.Application.Proxies.TemplateLanguage.Syntax;

/// <summary>Which slot a name stands for at the point that is parsed; a declaration hides an outer one of the same name.</summary>
internal sealed class Variables
{
    // Looked up by name: a search through a list would let a large template keep the parser busy for seconds.
    private readonly Dictionary<string, Stack<int>> _slots = new() { ["$"] = new([0]) };
    private readonly List<string> _visible = ["$"];

    /// <summary>Slot 0 is the data.</summary>
    public int Count { get; private set; } = 1;

    public int Declare(string name)
    {
        _visible.Add(name);
        if (!_slots.TryGetValue(name, out var slots))
            _slots[name] = slots = new Stack<int>();

        slots.Push(Count);
        return Count++;
    }

    public int Find(Token token) => _slots.TryGetValue(token.Text, out var slots) && slots.TryPeek(out var slot)
        ? slot
        : throw TemplateFailure.Syntax(token.At, $"undefined variable {token.Text}");

    public int Mark() => _visible.Count;

    public void ReturnTo(int mark)
    {
        foreach (var name in _visible.Skip(mark))
            _slots[name].Pop();

        _visible.RemoveRange(mark, _visible.Count - mark);
    }
}
