using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Proxies.Nodes;

public static class NodeErrors
{
    public static Error NotFound { get; } = Error.NotFound("node.not_found");

    public static Error NameTaken { get; } = Error.Conflict("node.name_taken", "another node has this name");

    public static Error TooManyKernels { get; } = Error.Conflict("node.too_many_kernels", $"a node has at most {Node.MaxKernels} kernels");

    public static Error NoSuchKernel { get; } = Error.NotFound("node.no_such_kernel", "the node has no kernel for this protocol");

    public static Error KernelNotFound { get; } = Error.NotFound("kernel.not_found", "the kernel does not know this node");

    public static Error NoKernelProvider { get; } =
        Error.Validation("protocol", "no kernel is configured for this protocol", "kernel.not_configured");

    public static Error KernelTimeout { get; } = Error.Upstream("kernel.timeout", "the kernel did not answer in time");

    public static Error KernelUnreachable { get; } = Error.Upstream("kernel.unreachable", "the kernel cannot be reached");

    public static Error KernelGarbage { get; } = Error.Upstream("kernel.bad_reply", "the kernel's reply cannot be read");

    public static Error KernelFailed(int status) => Error.Upstream("kernel.failed", $"the kernel answered {status}");
}
