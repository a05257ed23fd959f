namespace VpsPanel.Application.Proxies.TemplateLanguage.Syntax;

internal enum TokenKind
{
    Text,
    Open,
    Close,
    Word,
    Field,
    Variable,
    Dot,
    Literal,
    Declare,
    Assign,
    Pipe,
    Comma,
    LeftParen,
    RightParen,
    End,
}

/// <param name="Text">As shown in errors; of a field the name without its dot.</param>
/// <param name="At">Offset in the template.</param>
/// <param name="Spaced">Whether a blank stands before it: <c>.a.b</c> is one operand and <c>.a .b</c> are two.</param>
/// <param name="Value">Of a literal.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int At, bool Spaced = false, object? Value = null);
