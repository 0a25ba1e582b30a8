import type { DescribedScopes } from './described-scopes.ts';
import type { RemarkCollector } from './open-remarks.ts';
import type { Operation } from './operations.ts';
import type { Security } from './security-requirement.ts';

/** Says why an operation's scopes are not known, or not certain. */
export function remarkScopes({ line }: Operation, security: Security, described: DescribedScopes, remarks: RemarkCollector): void {
  const { reading, refusesOAuth } = described;
  if (reading?.kind === 'unclear') {
    const { reason } = reading;
    remarks.add(`described: ${reason}`, line, (count) => `describes its scopes, but ${reason}${others(count)}; they stay unknown`);
  }
  if (security.kind === 'unclear') {
    const { reason } = security;
    const hint = reason.startsWith('lists a scope beside') ? ` ${SAY_SEVERAL}` : '';
    remarks.add(reason, line, (count) => `${reason}${others(count)}; what it needs stays unknown.${hint}`);
  } else if (security.kind === 'foreign' && reading?.kind !== 'requirement' && !refusesOAuth) {
    const { types } = security;
    remarks.add(`foreign: ${types}`, line, (count) => `is called with ${types}, no OAuth 2.0${others(count)}; its scopes stay unknown`);
  } else if (security.kind === 'requirement' && security.undeclared.length > 0) {
    const what = `asks for ${security.undeclared[0]}, which its security scheme does not declare`;
    const hint = 'if the provider has such scopes, import again with --accept-undeclared';
    remarks.add('undeclared', line, (count) => `${what}${others(count, 'with theirs')}; nobody is accused by it, and ${hint}`);
  } else if (security.kind === 'requirement' && !security.certain) {
    remarks.add('several', line, (count) => `lists several scopes${others(count)}; nobody is accused by it. ${SAY_SEVERAL}`);
  }
}

/** OpenAPI: "The id MUST be unique among all operations described in the API." Nothing here is named by it. */
export function remarkDoubledIds(operations: readonly Operation[], remarks: RemarkCollector): void {
  const seen = new Map<string, number>();
  for (const { operationId, line } of operations) {
    const before = operationId === undefined ? undefined : seen.get(operationId);
    if (operationId !== undefined && before !== undefined) {
      const name = JSON.stringify(operationId.slice(0, 80));
      remarks.single(line, `has the operationId ${name} of line ${before}; both operations are kept, by verb and path`);
    } else if (operationId !== undefined) {
      seen.set(operationId, line);
    }
  }
}

/** ", and so do 12 other operations": the first of them is the one that the remark stands at. */
export function others(count: number, how?: string): string {
  const operations = count === 2 ? 'does one other operation' : `do ${count - 1} other operations`;
  return count === 1 ? '' : `, and so ${operations}${how === undefined ? '' : ` ${how}`}`;
}

const SAY_SEVERAL = 'OpenAPI means all of them, some providers mean any one: import again with --several all or --several any.';
