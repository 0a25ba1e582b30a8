import { describeRequirement, type Requirement } from '../../scopes/requirement.ts';
import { list } from '../../verdict/phrases.ts';
import { counted } from '../counted.ts';
import type { ExplainedDifference } from './differences.ts';

/** "genesys-guide, which asks for users:readonly" */
export function differenceText(difference: ExplainedDifference): string {
  return `${difference.provider}, ${whatItSays(difference)}`;
}

function whatItSays(difference: ExplainedDifference): string {
  switch (difference.kind) {
    case 'unknown':
      return 'which does not know this scope';
    case 'requirement':
      return `which asks for ${difference.requires.map(requirementText).join(', or for ')}`;
    case 'scope':
      return `where it is accepted by ${counted(difference.acceptedBy, 'call')}, `
        + `and implied by ${difference.impliedBy.length === 0 ? 'no scope' : list(difference.impliedBy)}`;
  }
}

function requirementText(requirement: Requirement | null): string {
  return requirement === null ? 'nothing that it names' : describeRequirement(requirement);
}
