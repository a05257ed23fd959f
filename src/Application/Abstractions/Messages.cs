using MediatR;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Abstractions;

/// <summary>Changes state: travels through validation, retry of lost races, idempotency, and one transaction.</summary>
public interface ICommandMessage;

/// <summary>A change with nothing to answer.</summary>
public interface ICommand : IRequest<Result>, ICommandMessage;

/// <summary>A change that answers what it made.</summary>
public interface ICommand<TAnswer> : IRequest<Result<TAnswer>>, ICommandMessage;

/// <summary>
/// Asks a system outside. Its handler runs without a transaction: what it is going to ask for and what it learns is stored by commands of
/// its own, each with its audit row and its retry of lost races.
/// </summary>
public interface IUpstreamCommand<TAnswer> : IRequest<Result<TAnswer>>;

/// <summary>Reads only; no transaction, no audit.</summary>
public interface IQuery<TAnswer> : IRequest<Result<TAnswer>>;

public interface ICommandHandler<in TCommand> : IRequestHandler<TCommand, Result>
    where TCommand : ICommand;

public interface ICommandHandler<in TCommand, TAnswer> : IRequestHandler<TCommand, Result<TAnswer>>
    where TCommand : ICommand<TAnswer>;

public interface IUpstreamCommandHandler<in TCommand, TAnswer> : IRequestHandler<TCommand, Result<TAnswer>>
    where TCommand : IUpstreamCommand<TAnswer>;

public interface IQueryHandler<in TQuery, TAnswer> : IRequestHandler<TQuery, Result<TAnswer>>
    where TQuery : IQuery<TAnswer>;

/// <summary>
/// A repeat with the same key gets the first answer again. The key is never part of the compared parameters. Such a command has a
/// <see cref="CommandNameAttribute"/>.
/// </summary>
public interface IIdempotent
{
    /// <summary>At most 128 characters; null or blank means that the caller asked for no protection.</summary>
    string? IdempotencyKey { get; }
}

/// <summary>Leaves an audit row in its own transaction when an admin, a robot or the system sends it.</summary>
public interface IAudited
{
    /// <param name="answer">What the handler answered; null when it answers nothing.</param>
    AuditRecord Audit(object? answer);
}

/// <summary>Changes settings and nothing else: leaves no audit row when they already were what they were to become.</summary>
public interface IChangesSettings : IAudited;

/// <summary>What an audit row says of a command.</summary>
/// <param name="Action"><c>noun.verb</c>, such as <c>order.approve</c>.</param>
/// <param name="TargetType">The kind of thing acted on.</param>
/// <param name="TargetId">Its id or key as text.</param>
/// <param name="Detail">Serialised to JSON, members that are null left out; must hold no secret.</param>
public sealed record AuditRecord(string Action, string TargetType, string TargetId, object? Detail = null);
