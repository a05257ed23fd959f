namespace VpsPanel.Application.Servers.Upstream;

public enum SnapshotKind
{
    Snapshot,
    Backup,
}
