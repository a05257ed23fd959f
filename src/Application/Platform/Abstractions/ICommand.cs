using MediatR;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>A change with nothing to answer.</summary>
public interface ICommand : IRequest<Result>, ICommandMessage;

/// <summary>A change that answers what it made.</summary>
public interface ICommand<TAnswer> : IRequest<Result<TAnswer>>, ICommandMessage;

public interface ICommandHandler<in TCommand> : IRequestHandler<TCommand, Result>
    where TCommand : ICommand;

public interface ICommandHandler<in TCommand, TAnswer> : IRequestHandler<TCommand, Result<TAnswer>>
    where TCommand : ICommand<TAnswer>;
