/**
 * What becomes of a call whose outcome no source tells: `throw` (an UndecidedCallError), `refuse` as if the token lacked what is needed,
 * or `allow`.
 */
export type UndecidedPolicy = 'throw' | 'refuse' | 'allow';

/** Whether a call is let through cannot be told from the catalog, and the test did not say what to do then. */
export class UndecidedCallError extends Error {
  readonly call: string;

  constructor(call: string, reason: string) {
    super(
      `${call} is undecided: ${reason}. Say under "requirements" what it needs, or choose with "undecided" what becomes of such calls: "refuse" or "allow".`,
    );
    this.name = 'UndecidedCallError';
    this.call = call;
  }
}
