import { expect, it } from 'vitest';
import { packageField } from '../../src/grants/package-json.ts';

it.each([
  ['{ "name": "app" }', 'name', 'app'],
  ['{ "name": "app" }', 'version', undefined],
  ['{ "name": "app" }', 'toString', undefined],
  ['["name"]', 'length', 1],
  ['"text"', 'length', undefined],
  ['null', 'name', undefined],
  ['{ "name": ', 'name', undefined],
  [undefined, 'name', undefined],
] as const)('package.json %j: %s is %j', (text, field, value) => {
  expect(packageField(text, field)).toEqual(value);
});
