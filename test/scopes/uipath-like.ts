import { createVocabulary } from '../../src/scopes/vocabulary.ts';

/** A vocabulary as providers have it: broad scopes with what they imply, single ones, a wildcard, and scopes that are never suggested. */
export const vocabulary = createVocabulary(
  [
    { name: 'OR.Execution', implies: ['OR.Execution.Read', 'OR.Execution.Write'] },
    { name: 'OR.Execution.Read' },
    { name: 'OR.Execution.Write' },
    { name: 'OR.Folders', implies: ['OR.Folders.Read', 'OR.Folders.Write'] },
    { name: 'OR.Folders.Read' },
    { name: 'OR.Folders.Write' },
    { name: 'OR.Jobs', implies: ['OR.Jobs.Read', 'OR.Jobs.Write'] },
    { name: 'OR.Jobs.Read' },
    { name: 'OR.Jobs.Write' },
    { name: 'OR.Machines', implies: ['OR.Machines.Read', 'OR.Machines.Write'] },
    { name: 'OR.Machines.Read' },
    { name: 'OR.Machines.Write' },
    { name: 'OR.Tasks', implies: ['OR.Tasks.Read', 'OR.Tasks.Write'] },
    { name: 'OR.Tasks.Read' },
    { name: 'OR.Tasks.Write' },
    { name: 'OR.Roles', implies: ['OR.Roles.Read'], suspect: true },
    { name: 'OR.Roles.Read', suspect: true },
    { name: 'OR.Default', roleWildcard: true },
    { name: 'PIMS' },
    { name: 'DataFabric.Data.Read' },
    { name: 'DataFabric.Schema.Read' },
    { name: 'Traces.Api' },
    { name: 'StudioWebBackend', firstPartyOnly: true },
    { name: 'Old.Scope', replacedBy: 'PIMS' },
  ],
  ['openid', 'profile', 'email', 'offline_access'],
);

export const reading = (resource: string): string[] => [`OR.${resource}`, `OR.${resource}.Read`];
export const writing = (resource: string): string[] => [`OR.${resource}`, `OR.${resource}.Write`];
