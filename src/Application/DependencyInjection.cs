using System.Reflection;
using AutoMapper;
using AutoMapper.Configuration;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Pipeline;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application;

/// <summary>Registers every slice of this assembly: handlers, validators, reactions, maps.</summary>
public static class DependencyInjection
{
    private static readonly Type[] HandlerShapes = [typeof(IRequestHandler<,>), typeof(IReaction<>)];

    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        ValidatorOptions.Global.PropertyNameResolver = (_, member, _) => member is null ? null : WireNames.SnakeCase(member.Name);
        ValidatorOptions.Global.DisplayNameResolver = ValidatorOptions.Global.PropertyNameResolver;

        services.AddScoped<RequestContext>();
        services.AddScoped<ICurrentActor>(provider => provider.GetRequiredService<RequestContext>());
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();

        // The order here is the order in which a message travels; constraints decide which messages meet which behaviour.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LostRaceBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(IdempotencyBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehaviour<,>));

        foreach (var type in typeof(DependencyInjection).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(IsHandlerShape))
                services.AddScoped(contract, type);
        }

        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(DependencyInjection).Assembly, includeInternalTypes: true))
            services.AddSingleton(found.InterfaceType, found.ValidatorType);

        services.AddSingleton<IConfigurationProvider>(new MapperConfiguration(AddMaps));
        services.AddSingleton<IMapper>(provider => new Mapper(provider.GetRequiredService<IConfigurationProvider>()));
        return services;
    }

    private static void AddMaps(IMapperConfigurationExpression maps)
    {
        maps.AddProfiles(typeof(DependencyInjection).Assembly);

        // This AutoMapper tries every method of Enumerable on every record, since a record is an IEquatable of itself, and
        // breaks on those whose constraints are newer than it. No map needs them.
        var all = (MapperConfigurationExpression)maps;
        foreach (var profile in all.Profiles.Append(all))
            ((List<MethodInfo>)profile.SourceExtensionMethods).Clear();
    }

    private static bool IsHandlerShape(Type contract) =>
        contract.IsGenericType && HandlerShapes.Contains(contract.GetGenericTypeDefinition());
}
