import { describe, expect, it } from 'vitest';
import { builtInCatalog, providers } from '../../src/catalogs/built-in.ts';
import { superlinearity } from '../../src/catalogs/linear-pattern.ts';

describe('a pattern that is matched in linear time', () => {
  it.each(providers())('is that of %s', (provider) => {
    const { token, permission = token } = builtInCatalog(provider)?.grammar ?? { token: '' };
    expect([superlinearity(token), superlinearity(permission)]).toEqual([null, null]);
  });

  it.each([
    '^[a-z]+$', '^[^\\s"]+$', '^[\\x21\\x23-\\x5B\\x5D-\\x7E]+$', '^[a-z]+(?:[.:-][a-z]+)*$', '^(?:read|write|readonly)$', '^https://[a-z.]+/auth/[\\w.]+$',
    '^a{2,4}b*c+$', '^(?:a+b)+$', '^\\S{1,100}$', '^[a-z]*?:[a-z]+?$', '^(a|b|)c$', '^\\u0061\\.\\$$', '^a*ab$', '^[ab]*a[ab]{3}$', '^.+$', '^(?:[a-z]+:)?[a-z]+:$', `^(?:${'ab?c?[d-z]?'.repeat(49)}-)+$`,
  ])('is %s', (pattern) => {
    expect(new RegExp(pattern)).toBeInstanceOf(RegExp);
    expect(superlinearity(pattern)).toBeNull();
  });
});

describe('a pattern that may take longer', () => {
  it.each([
    '^(a+)+$', '^(?:a*b*)+$', '^(a|a)*$', '^(?:a|aa)+$', '^([a-z]+)*:$', '^[a-z]*[a-z0-9]*$', '^a*b?a*$', '^(?:[a-z]+\\.?)+$', '^\\w+\\d+$', '^(?:x[a-z]*)*$', '^.*-.*-.*$',
    '^(.*,){11}P$', '^(?:a?){20}$', `^${'(?:a|a)'.repeat(30)}$`, '^(?:a{1,20}){1,15}$', '^(?:ab|a)(?:bc|c)*(?:bcb|cb)*$', '^\\s*\\s*$', '^[^a]*b*$',
  ])('%s is refused', (pattern) => {
    expect(new RegExp(pattern)).toBeInstanceOf(RegExp);
    expect(superlinearity(pattern)).toMatch(/^Expected /);
  });

  it.each([
    ['[a-z]+', 'Expected a pattern of the form ^…$'],
    ['^a\\$', 'Expected a pattern of the form ^…$'],
    ['^a|b$', 'Expected alternatives in a group: ^(?:a|b)$'],
    ['^(?=a)a$', 'Expected groups of the form (…) or (?:…)'],
    ['^(a)\\1$', 'Expected no reference to a group, no \\b, no \\p, and no escape that is not known'],
    ['^a{1,999}$', 'Expected no more than 200 characters, repeated ones counted'],
    [`^${'a'.repeat(1000)}$`, 'Expected no more than 1000 characters'],
    ['^(?:a$', 'Expected brackets in pairs'],
  ])('%s is refused: %s', (pattern, message) => {
    expect(superlinearity(pattern)).toBe(message);
  });
});
