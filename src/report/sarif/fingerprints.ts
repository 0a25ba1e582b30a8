import { createHash } from 'node:crypto';
import type { ApplicationReport, Finding } from '../../verdict/finding.ts';

/**
 * What identifies each finding from one run to the next: 32 hexadecimal digits, a colon, and which one of its like it is in the file. It is
 * made of what the finding is about and not of where it stands, so that lines may come and go above it.
 *
 * @param findings in the order of their places
 * @param uriOf names the file in the same way in every run
 */
export function fingerprintsOf(
  { provider, name }: Pick<ApplicationReport, 'provider' | 'name'>,
  findings: readonly Finding[],
  uriOf: (finding: Finding) => string,
): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, kind, scope, call, chain = [] } = finding;
    const subject = [provider, name, uriOf(finding), rule, kind, scope, call ?? null, chain.map((link) => link.name)];
    const hash = createHash('sha256').update(JSON.stringify(subject)).digest('hex').slice(0, 32);
    const ordinal = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, ordinal);
    return `${hash}:${ordinal}`;
  });
}
