using MediatR;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Reads only; no transaction, no audit.</summary>
public interface IQuery<TAnswer> : IRequest<Result<TAnswer>>;

public interface IQueryHandler<in TQuery, TAnswer> : IRequestHandler<TQuery, Result<TAnswer>>
    where TQuery : IQuery<TAnswer>;
