// A grant that is only known at run time: an application's own check of the token narrows it (case 52). Nothing is registered.
import { UiPath } from '@uipath/uipath-typescript/core';
import { Assets } from '@uipath/uipath-typescript/assets';
import { Jobs } from '@uipath/uipath-typescript/jobs';
import { Tasks } from '@uipath/uipath-typescript/tasks';
import { UiPath as Legacy } from '@uipath/uipath-typescript';
import type { Grant, GrantGuard, Scope, Unscoped } from 'eslint-plugin-oauth-scopes/types';

declare const token: string;
declare const options: any;
const scopesOf = (text: string): readonly string[] => text.split(' ');

const carries = ((client, scopes, evidence) => scopes.every((scope) => scopesOf(evidence).includes(scope))) as GrantGuard;
function holds<G, const S extends Scope>(client: Legacy<G>, ...scopes: S[]): client is Legacy<G & Grant<S>> {
  return scopes.every((scope) => scopesOf(client.getToken() ?? '').includes(scope));
}
function assertHeld<G, const S extends Scope>(client: UiPath<G>, ...scopes: S[]): asserts client is UiPath<G & Grant<S>> {
  if (!scopes.every((scope) => scopesOf(client.getToken() ?? '').includes(scope))) {
    throw new Error('the token lacks scopes');
  }
}

const sdk: UiPath<Grant<never>> = new UiPath({ scope: '' });
new Assets(sdk).getAll(); //ERR(Assets.getAll)
if (carries(sdk, ['OR.Assets.Read'], token)) {
  new Assets(sdk).getAll(); //OK case 52
  new Tasks(sdk).getAll(); //ERR(Tasks.getAll)
} else {
  new Assets(sdk).getAll(); //ERR(Assets.getAll)
}
if (carries(sdk, ['OR.Assets', 'OR.Tasks'], token) && carries(sdk, ['OR.Jobs'], token)) {
  new Assets(sdk).getAll(); //OK case 52
  new Tasks(sdk).create(options, 1); //OK case 52
  new Jobs(sdk).stop(['a'], 1); //OK case 52
}
if (carries(sdk, ['OR.Asset'], token)) {} //ERR(Type '"OR.Asset"' is not assignable to type)
if (!carries(sdk, ['OR.Assets'], token)) {
  throw new Error('the token lacks scopes');
}
new Assets(sdk).getAll(); //OK after the early exit
new Jobs(sdk).getAll(); //ERR(Jobs.getAll)

const asserted: UiPath<Grant<'PIMS'>> = new UiPath({ scope: 'PIMS' });
new Assets(asserted).getAll(); //ERR(Assets.getAll)
assertHeld(asserted, 'OR.Assets.Read', 'OR.Tasks');
new Assets(asserted).getAll(); //OK case 52
new Tasks(asserted).getAll(); //OK case 52
new Jobs(asserted).getAll(); //ERR(Jobs.getAll)

const root: Legacy<Grant<'PIMS'>> = new Legacy({ scope: 'PIMS' });
root.assets.getAll(); //ERR(Assets.getAll)
if (holds(root, 'OR.Assets', 'OR.Tasks')) {
  root.assets.getAll(); //OK case 52
  root.tasks.create(options, 1); //OK case 52
  root.maestro.processes.getAll(); //OK what it held before it holds still
  root.buckets.getAll(); //ERR(Buckets.getAll)
}

// Where nothing is known beforehand, a check takes nothing away
const unchecked = new UiPath();
if (carries(unchecked, ['OR.Assets.Read'], token)) {
  new Assets(unchecked).getAll(); //OK
  new Tasks(unchecked).getAll(); //OK
}
const uncheckedRoot = new Legacy();
if (holds(uncheckedRoot, 'OR.Assets')) {
  uncheckedRoot.assets.getAll(); //OK
  uncheckedRoot.tasks.getAll(); //OK
}

// The named cast (case 51)
const known = new Tasks(new UiPath({ scope: 'PIMS' }));
known.create(options, 1); //ERR(Tasks.create)
(known as Tasks<Unscoped>).create(options, 1); //OK
new Tasks(asserted as UiPath<Unscoped>).create(options, 1); //OK
