/** What the process ends with. `findings` also stands for a stale registration file in `sync --check`. */
export const exitCodes = { fine: 0, findings: 1, error: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
