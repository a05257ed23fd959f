namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Leaves an audit row in its own transaction when an admin, a robot or the system sends it.</summary>
public interface IAudited
{
    /// <param name="answer">What the handler answered; null when it answers nothing.</param>
    AuditRecord Audit(object? answer);
}
