import { describe, expect, it } from 'vitest';
import { builtInCatalog, providers } from '../../src/catalogs/built-in.ts';
import { findCombinations } from '../../src/catalogs/find-combination.ts';
import { minimalJson } from '../../src/report/json.ts';
import { compareWithProfile, profileText } from '../../src/report/profile-text.ts';
import { createStyle } from '../../src/report/style.ts';
import { cleanReport, workingDirectory } from './sample-report.ts';

const catalogs = providers().flatMap((provider) => builtInCatalog(provider) ?? []);
const report = {
  ...cleanReport,
  provider: 'genesys',
  minimal: { ...cleanReport.minimal, scopes: ['users:readonly', 'user-basic-info'] },
};

describe('the profiles of the catalogs', () => {
  it('are found by their names or the beginning of one, whatever the case', () => {
    const names = (name: string): string[] => findCombinations(name, catalogs).map(({ combination }) => combination.name);
    expect(names('agent desktop')).toEqual(['Agent Desktop Application']);
    expect(names('Analytics Reporter')).toEqual(['Analytics Reporter']);
    expect(names('A')).toEqual(['Agent Desktop Application', 'Admin Dashboard', 'Analytics Reporter', 'API Automation (Least Privilege)']);
    expect(names('Dashboard')).toEqual([]);
  });

  it('are those that a source still recommends', () => {
    expect(findCombinations('', catalogs).filter(({ combination }) => combination.until !== undefined)).toEqual([]);
  });
});

describe('an application compared with a profile', () => {
  const [profile] = findCombinations('API Automation', catalogs);
  const comparison = profile && compareWithProfile(report, profile);

  it('is told what it shares and what not, and that the names are those of another vocabulary', () => {
    const text = comparison && profileText(comparison, { style: createStyle(false) });
    expect(text).toBe(`  Profile API Automation (Least Privilege) (Genesys Cloud, the vocabulary of a guide)
    In both                users:readonly
    Only the profile       outbound:campaign:view
    Only this application  user-basic-info
    The profile uses another vocabulary than the calls; a scope may have another name there.`);
  });

  it('in JSON', () => {
    const { applications } = JSON.parse(minimalJson([report], workingDirectory, profile === undefined ? [] : [profile])) as {
      applications: { profiles: unknown[] }[];
    };
    expect(applications[0]?.profiles).toEqual([comparison]);
    expect(minimalJson([report], workingDirectory)).not.toContain('profiles');
  });
});
