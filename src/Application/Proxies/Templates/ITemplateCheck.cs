using VpsPanel.Application.Proxies.TemplateLanguage;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Templates;

namespace VpsPanel.Application.Proxies.Templates;

/// <summary>Tries a draft before users get it.</summary>
public interface ITemplateCheck
{
    /// <summary>Its warnings when it renders; <c>template.*</c> with line and column otherwise.</summary>
    Result<IReadOnlyList<TemplateWarning>> Validate(SubscriptionTemplate template);
}
