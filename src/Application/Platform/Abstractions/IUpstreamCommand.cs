using MediatR;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>
/// Asks a system outside. Its handler runs without a transaction: what it is going to ask for and what it learns is stored by commands of
/// its own, each with its audit row and its retry of lost races.
/// </summary>
public interface IUpstreamCommand<TAnswer> : IRequest<Result<TAnswer>>;

public interface IUpstreamCommandHandler<in TCommand, TAnswer> : IRequestHandler<TCommand, Result<TAnswer>>
    where TCommand : IUpstreamCommand<TAnswer>;
