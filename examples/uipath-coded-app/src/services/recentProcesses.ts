/** Keeps names in this browser; its methods are named like the SDK's and need no scope. */
class RecentProcesses {
  private readonly names: string[] = [];

  getAll(): readonly string[] {
    return this.names;
  }

  start(name: string): void {
    this.names.unshift(name);
  }
}

export const recentProcesses = new RecentProcesses();
