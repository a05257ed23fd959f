namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Changes state: travels through validation, retry of lost races, idempotency, and one transaction.</summary>
public interface ICommandMessage;
