import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { suggestScope } from '../../src/scopes/suggest.ts';
import { createVocabulary } from '../../src/scopes/vocabulary.ts';

const { vocabulary } = indexCatalog(builtInCatalog('uipath') as Catalog);

describe('suggestScope', () => {
  it.each([
    ['OR.Machine', 'OR.Machines'],
    ['OR.Job', 'OR.Jobs'],
    ['OR.Exection.Read', 'OR.Execution.Read'],
    ['OR.Jobs.Reed', 'OR.Jobs.Read'],
    ['Traces.API', 'Traces.Api'],
    ['OR_Jobs_Read', 'OR.Jobs.Read'],
    ['ORJobs', 'OR.Jobs'],
    ['Jobs.Write', 'OR.Jobs.Write'],
    ['pims', 'PIMS'],
    ['offline_acces', 'offline_access'],
    ['DataFabrik.Schema.Read', 'DataFabric.Schema.Read'],
  ])('case 45: takes %s for %s', (name, scope) => {
    expect(suggestScope(name, vocabulary)).toBe(scope);
  });

  it.each(['OR.Entities', 'OR.Maestro', 'DataFabric.Default', 'OR.Releases.Read', 'OR.Processes', 'OR.Triggers', 'AC.Tasks', 'OR.AuthAPI'])(
    'case 45, near miss: has no idea what %s means',
    (name) => {
      expect(suggestScope(name, vocabulary)).toBeUndefined();
    },
  );

  it('never proposes a suspect scope, one of the provider itself, or a wildcard', () => {
    expect(suggestScope('OR.Role', vocabulary)).toBeUndefined();
    expect(suggestScope('OR.DataServices', vocabulary)).toBeUndefined();
    expect(suggestScope('StudioWebBackends', vocabulary)).toBeUndefined();
    expect(suggestScope('OR.Defaults', vocabulary)).toBeUndefined();
  });

  it('knows no provider: names and separators are those of the vocabulary', () => {
    const genesys = createVocabulary([{ name: 'users:manage' }, { name: 'users:readonly' }, { name: 'organization' }]);
    expect(suggestScope('users-manage', genesys)).toBe('users:manage');
    expect(suggestScope('organizations', genesys)).toBe('organization');
    expect(suggestScope('users:readonIy', genesys)).toBe('users:readonly');
  });

  it('proposes nothing for what has no letters, and for what is far too long', () => {
    expect(suggestScope('', vocabulary)).toBeUndefined();
    expect(suggestScope('...', vocabulary)).toBeUndefined();
    expect(suggestScope(`OR.Jobs${' '.repeat(10_000)}`, vocabulary)).toBeUndefined();
  });
});
