namespace VpsPanel.Domain.Common;

/// <summary>Something that happened to an aggregate, in the past tense, with ids and values only; each has an <see cref="EventNameAttribute"/>.</summary>
public interface IDomainEvent;
