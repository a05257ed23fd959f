namespace VpsPanel.Domain.Servers;

public enum ProvisionJobMove
{
    Queue,
    Claim,
    Postpone,
    Finish,
}
