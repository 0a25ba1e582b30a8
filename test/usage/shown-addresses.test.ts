import { describe, expect, it } from 'vitest';
import { toldOf } from './requests-of.ts';

const PORTAL = "const PORTAL = 'https://cloud.uipath.com/acme/dev';\n";
const GETTER = `${PORTAL}export function portal(): string { return PORTAL; }\n`;
const undecided = "'https://cloud.uipath.com/acme/dev': [a request to the provider is made here, or prepared]";

describe('an address that is only shown', () => {
  it.each([
    ['in a link', `${PORTAL}export const Help = () => <a href={PORTAL}>{PORTAL}</a>;`],
    ['by a function that is called for it', `${GETTER}export const Help = () => <p title={portal()}>{portal()}</p>;`],
    ['by an arrow function', `${PORTAL}const portal = () => PORTAL;\nexport const Help = () => <a href={portal()}>portal</a>;`],
  ])('%s', (_, code) => {
    expect(toldOf({ 'src/help.tsx': code })).toEqual([]);
  });

  it('by a function of another file', () => {
    const help = "import { portal } from './portal';\nexport const Help = () => <a href={portal()}>portal</a>;";
    expect(toldOf({ 'src/portal.ts': GETTER, 'src/help.tsx': help })).toEqual([]);
  });
});

describe('an address that may be requested all the same', () => {
  it.each([
    ['by a component', `${PORTAL}declare const Api: (props: { base: string }) => null;\nexport const Help = () => <Api base={PORTAL} />;`],
    ['by whoever calls the function', `${GETTER}declare function send(url: string): void;\nsend(portal());`],
    ['by whoever is handed the function', `${GETTER}declare function send(url: () => string): void;\nsend(portal);`],
    ['by code that is not seen', GETTER],
    [
      'here, and shown there',
      `${PORTAL}declare function send(url: string): void;\nsend(PORTAL);\nexport const Help = () => <a href={PORTAL}>a</a>;`,
    ],
  ])('%s', (_, code) => {
    expect(toldOf({ 'src/help.tsx': code })).toEqual([undecided]);
  });
});
