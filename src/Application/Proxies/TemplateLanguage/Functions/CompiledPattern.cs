using System.Text;
using System.Text.RegularExpressions;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <param name="Names">The numbers of the named groups.</param>
internal sealed record CompiledPattern(Regex Expression, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>A replacement with <c>$1</c>, <c>${1}</c>, <c>$name</c> and <c>$$</c>; a group that is not there is empty.</summary>
    public string Expand(string replacement, Match match)
    {
        var text = new StringBuilder(replacement.Length);
        for (var at = 0; at < replacement.Length;)
        {
            if (replacement[at] != '$')
            {
                text.Append(replacement[at++]);
                continue;
            }

            if (at + 1 < replacement.Length && replacement[at + 1] == '$')
            {
                text.Append('$');
                at += 2;
                continue;
            }

            var isBraced = at + 1 < replacement.Length && replacement[at + 1] == '{';
            var from = at + (isBraced ? 2 : 1);
            var to = from;
            while (to < replacement.Length && (replacement[to] == '_' || char.IsLetterOrDigit(replacement[to])))
                to++;

            if (to == from || (isBraced && (to >= replacement.Length || replacement[to] != '}')))
            {
                text.Append('$');
                at++;
                continue;
            }

            var name = replacement[from..to];
            text.Append(match.Groups[Names.GetValueOrDefault(name, name)].Value);
            at = to + (isBraced ? 1 : 0);
        }

        return text.ToString();
    }
}
