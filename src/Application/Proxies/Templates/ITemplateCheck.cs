using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Templates;

namespace VpsPanel.Application.Proxies.Templates;

/// <summary>Tries a draft before users get it.</summary>
public interface ITemplateCheck
{
    /// <summary>Null when it renders; <c>template.*</c> with line and column otherwise.</summary>
    Error? Validate(SubscriptionTemplate template);
}
