import type { ReportingDescriptor } from 'sarif';
import { ruleAddress, type RuleText } from '../rule-texts.ts';

/** What SARIF wants to know of a rule, with all that GitHub's code scanning demands: both descriptions, and a help text. */
export function ruleDescriptor({ rule, description, why, level, concern }: RuleText, version: string): ReportingDescriptor {
  const sentence = `${description.charAt(0).toUpperCase()}${description.slice(1)}.`;
  const address = ruleAddress(rule, version);
  return {
    id: rule,
    shortDescription: { text: sentence },
    fullDescription: { text: `${sentence} ${why}` },
    help: { text: `${why} See ${address}`, markdown: `${why} [Documentation of ${rule}](${address})` },
    helpUri: address,
    defaultConfiguration: { level },
    properties: {
      tags: ['oauth', concern],
      // What is not certain is no finding: docs/accuracy.md has none that was wrong.
      precision: 'very-high',
      'problem.severity': level === 'note' ? 'recommendation' : level,
    },
  };
}
