// Grants in types: nothing is registered, and each client has a grant of its own.
import { UiPath } from '@uipath/uipath-typescript/core';
import { Assets, type AssetGetResponse, type AssetServiceModel } from '@uipath/uipath-typescript/assets';
import { CaseInstances } from '@uipath/uipath-typescript/cases';
import { ChoiceSets } from '@uipath/uipath-typescript/entities';
import { Buckets } from '@uipath/uipath-typescript/buckets';
import { Jobs } from '@uipath/uipath-typescript/jobs';
import { Tasks } from '@uipath/uipath-typescript/tasks';
import { ConversationalAgent } from '@uipath/uipath-typescript/conversational-agent';
import type { NonPaginatedResponse, PaginatedResponse } from '@uipath/uipath-typescript/core';
import type { Assets as RawAssets } from 'eslint-plugin-oauth-scopes/types/uipath/real/assets';
import type { Grant, Scope } from 'eslint-plugin-oauth-scopes/types';

type Equal<X, Y> = (<T>() => T extends X ? 1 : 2) extends <T>() => T extends Y ? 1 : 2 ? true : false;
const yes = <T extends true>() => {};
declare const condition: boolean;
declare const untyped: any;
type Both = Grant<'OR.Assets.Read' | 'OR.Tasks'>;

const exact = new Assets(new UiPath({ scope: 'OR.Assets.Read' }));
const broad = new Assets(new UiPath({ scope: 'OR.Assets OR.Tasks OR.Robots' }));
const none = new Assets(new UiPath({ scope: '' }));
const wrong = new Assets(new UiPath({ scope: 'OR.Tasks' }));

// What satisfies what
exact.getAll(); //OK case 3
exact.getAll({ pageSize: 3 }); //OK
broad.getAll(); //OK case 7
new ChoiceSets(new UiPath({ scope: 'DataFabric.Schema.Read' })).getAll(); //OK
new ChoiceSets(new UiPath({ scope: 'DataFabric.Schema.Write' })).getAll(); //ERR(ChoiceSets.getAll needs DataFabric.Schema.Read) case 8
wrong.getAll(); //ERR(Assets.getAll needs OR.Assets or OR.Assets.Read) case 4, 19
wrong.getAll({ pageSize: 3 }); //ERR(Assets.getAll needs OR.Assets or OR.Assets.Read) case 19
wrong.getById(1, 2); //ERR(Assets.getById) case 19
wrong.getById(...([1, 2] as const)); //ERR(Assets.getById) case 19
none.getAll(); //ERR(Assets.getAll)
const half = new Jobs(new UiPath({ scope: 'OR.Jobs' }));
new CaseInstances(new UiPath({ scope: 'PIMS' })).getStages('a', 'b'); //ERR(CaseInstances.getStages needs OR.Execution.Read) case 5
new CaseInstances(new UiPath({ scope: 'PIMS OR.Execution' })).getStages('a', 'b'); //OK case 6
new CaseInstances(new UiPath({ scope: 'OR.Tasks' })).getStages('a', 'b'); //ERR(CaseInstances.getStages needs PIMS, and OR.Execution.Read) case 6
new ConversationalAgent(new UiPath({ scope: 'OR.Execution' })).conversations.create({}); //ERR(ConversationalAgent.conversations.create needs OR.Folders, and OR.Jobs) case 6

// Dated rows: either requirement will do (case 56)
new Buckets(new UiPath({ scope: 'OR.Administration.Read' })).getAll(); //OK
new Buckets(new UiPath({ scope: 'OR.Buckets.Read' })).getAll(); //OK
new Buckets(new UiPath({ scope: 'OR.Assets' })).getAll(); //ERR(Buckets.getAll needs OR.Buckets or OR.Buckets.Read or OR.Administration or OR.Administration.Read)

// One of several, and it is not known which
declare const eitherBad: UiPath<Grant<'OR.Assets.Read'>> | UiPath<Grant<'OR.Tasks'>>;
declare const eitherGood: UiPath<Grant<'OR.Assets'>> | UiPath<Grant<'OR.Assets.Read'>>;
declare const assetsBad: Assets<Grant<'OR.Assets.Read'>> | Assets<Grant<'OR.Tasks'>>;
declare const assetsGood: Assets<Grant<'OR.Assets'>> | Assets<Grant<'OR.Assets.Read'>>;
new Assets(eitherBad).getAll(); //ERR(MissingScope<"Assets.getAll needs OR.Assets or OR.Assets.Read">)
new Assets(eitherGood).getAll(); //OK
assetsBad.getAll(); //ERR(MissingScope<"Assets.getAll needs OR.Assets or OR.Assets.Read">)
assetsGood.getAll(); //OK
assetsGood.getById(1, 2); //OK
new Assets(new UiPath({ scope: condition ? 'OR.Assets.Read' : 'OR.Tasks' })).getAll(); //ERR(MissingScope<"Assets.getAll needs OR.Assets or OR.Assets.Read">) case 39
declare const list: ('OR.Assets.Read' | 'OR.Tasks')[];
new Assets(new UiPath({ scope: list[0]! })).getAll(); //ERR(MissingScope<"Assets.getAll needs OR.Assets or OR.Assets.Read">)

// More scopes fit where fewer are asked for, and not the other way round
const v1: Assets<Grant<'OR.Assets.Read'>> = broad; //OK
const v2: Assets<Grant<'OR.Assets.Read'>> = wrong; //ERR(Type 'Grant<"OR.Tasks">' is missing the following properties from type 'Grant<"OR.Assets.Read">')
const v3: Assets<Grant<never>> = exact; //OK
const v4: Jobs<Grant<'OR.Execution'>> = half; //ERR(Type 'JobService<Grant<"OR.Jobs">>' is not assignable to type 'JobService<Grant<"OR.Execution">>')
const v5: Jobs<Grant<never>> = half; //OK
const v6: Jobs<Grant<'OR.Jobs'>> = new Jobs(new UiPath({ scope: 'OR.Jobs OR.Tasks' })); //OK
const v7: UiPath<Grant<'OR.Jobs'>> = new UiPath({ scope: 'OR.Jobs OR.Tasks' }); //OK
const v8: UiPath<Grant<'OR.Jobs'>> = new UiPath({ scope: 'OR.Tasks' }); //ERR(Type 'UiPath<Grant<"OR.Tasks">>' is not assignable to type 'UiPath<Grant<"OR.Jobs">>')
const v9: UiPath<Grant<'OR.Jobs.Read'>> = new UiPath({ scope: 'OR.Jobs' }); //OK
const attenuated: Assets<Grant<'OR.Assets.Read'>> = new Assets(new UiPath({ scope: 'OR.Assets OR.Tasks' })); //OK
const v10: Assets<Grant<'OR.Assets.Read'>> = untyped; //OK
const v11: Assets<Grant<'OR.Tasks'>> = new Assets(untyped as UiPath<any>); //OK unchecked fits everywhere

const withUnknown = new Tasks(new UiPath({ scope: 'OR.Tasks  OR.Nonsense' }));
const v12: Tasks<Grant<'OR.Tasks'>> = withUnknown; //OK an unknown scope changes nothing
const v13: typeof withUnknown = new Tasks(new UiPath({ scope: 'OR.Tasks' })); //OK

// Functions that say what they need (case 13, 14)
function read(client: Assets<Grant<'OR.Assets.Read'>>) {
  return client.getAll(); //OK case 13
}
read(broad); //OK case 12
read(none); //ERR(Argument of type 'AssetService<Grant<never>>' is not assignable to parameter of type 'AssetService<Grant<"OR.Assets.Read">>') case 12
function write(client: Tasks<Grant<'OR.Tasks.Read'>>) {
  return client.create(untyped, 1); //ERR(Tasks.create needs OR.Tasks or OR.Tasks.Write) case 14
}
function unbounded<G>(client: Assets<G>) {
  return client.getAll(); //ERR(This expression is not callable) nothing is known of G
}
function bounded<G extends Grant<'OR.Assets.Read'>>(client: Assets<G>) {
  return client.getAll(); //OK
}
function boundedWithOptions<G extends Grant<'OR.Assets.Read'>>(client: Assets<G>) {
  return client.getAll({ pageSize: 2 }); //OK
}
bounded(broad); //OK
bounded(wrong); //ERR(Argument of type 'AssetService<Grant<"OR.Tasks">>' is not assignable)
bounded(untyped); //OK
function boundedClient<G extends Grant<'OR.Assets.Read'>>(client: UiPath<G>) {
  const assets = new Assets(client);
  assets.getAll(); //OK
  return assets;
}
boundedClient(new UiPath({ scope: 'OR.Assets.Read OR.Tasks' })).getAll(); //OK
function passOn<G>(client: UiPath<G>): Assets<G> {
  return new Assets(client);
}
passOn(new UiPath({ scope: 'OR.Tasks' })).getAll(); //ERR(Assets.getAll)
passOn(untyped).getAll(); //OK
const forScope = <S extends Scope>(client: UiPath<Grant<S>>): UiPath<Grant<S>> => client; //OK
const both: UiPath<Both> = new UiPath({ scope: 'OR.Assets OR.Tasks' }); //OK

// Methods as values (case 23, 24)
const { getById } = exact;
getById(1, 2); //OK
const { getById: getByIdOfWrong } = wrong;
getByIdOfWrong(1, 2); //ERR(Assets.getById)
const run = (action: (id: number, folder: number) => Promise<unknown>) => action(1, 2);
run(exact.getById); //OK
run(wrong.getById); //ERR(Argument of type 'MissingScope<"Assets.getById needs OR.Assets or OR.Assets.Read">')
const runAny = (action: (...parameters: any[]) => any) => action();
runAny(exact.getById); //OK
runAny(wrong.getById); //ERR(is not assignable to parameter of type '(...parameters: any[]) => any')
const debounce = <F extends (...parameters: any[]) => unknown>(action: F) => action;
debounce(exact.getById)(1, 2); //OK
debounce(wrong.getById)(1, 2); //ERR(MissingScope<"Assets.getById needs OR.Assets or OR.Assets.Read">)
exact.getAll.call(exact); //OK
wrong.getAll.call(wrong); //ERR(Property 'call' does not exist on type 'MissingScope<"Assets.getAll needs OR.Assets or OR.Assets.Read">')
wrong.getAll.bind(wrong)(); //ERR(Property 'bind' does not exist on type 'MissingScope<"Assets.getAll needs OR.Assets or OR.Assets.Read">')
wrong['getAll'](); //ERR(Assets.getAll)
(wrong as typeof wrong | undefined)?.getAll(); //ERR(Assets.getAll)
Reflect.apply(wrong.getAll, wrong, []); //ERR(MissingScope<"Assets.getAll needs OR.Assets or OR.Assets.Read">)
const callbacks = [exact.getAll, broad.getAll]; //OK
const refused: unknown = wrong.getAll; //OK a mention that nobody calls

// What is permitted has the SDK's own types
yes<Equal<typeof exact.getAll, RawAssets['getAll']>>(); //OK
yes<Equal<typeof exact.getById, RawAssets['getById']>>(); //OK
const r1 = exact.getAll();
const r2 = exact.getAll({ pageSize: 1 });
yes<Equal<typeof r1, Promise<NonPaginatedResponse<AssetGetResponse>>>>(); //OK
yes<Equal<typeof r2, Promise<PaginatedResponse<AssetGetResponse>>>>(); //OK
exact.getAll({ pageSiz: 1 }); //ERR(Did you mean to write 'pageSize'?) the SDK's own errors stay
yes<Equal<keyof Assets, keyof RawAssets>>(); //OK nothing is added to what a user can see

// Subclasses
class ReadAssets extends Assets<Grant<'OR.Assets.Read'>> {
  all() {
    return this.getAll(); //OK
  }
}
class WrongAssets extends Assets<Grant<'OR.Tasks'>> {
  all() {
    return this.getAll(); //ERR(Assets.getAll)
  }
}
const readAssets: Assets<Grant<'OR.Assets.Read'>> = new ReadAssets(new UiPath({ scope: 'OR.Assets.Read' })); //OK
new ReadAssets(new UiPath({ scope: 'OR.Tasks' })); //ERR(Argument of type 'UiPath<Grant<"OR.Tasks">>' is not assignable to parameter of type 'Brand<Grant<"OR.Assets.Read">>')
class Overriding extends Assets<Grant<'OR.Assets.Read'>> {
  override getById = (id: number, folder: number) => this.getAll().then(({ items }) => items[id + folder]!); //OK as a property
}
class OverridingMethod extends Assets<Grant<'OR.Assets.Read'>> {
  override getById(id: number, folder: number) { //ERR(defines instance member property 'getById', but extended class 'OverridingMethod' defines it as instance member function)
    return this.getAll().then(({ items }) => items[id + folder]!);
  }
}

// Structural views of a client
const model: AssetServiceModel<Grant<'OR.Assets.Read'>> = exact; //OK
const wrongModel: AssetServiceModel<Grant<'OR.Assets.Read'>> = wrong; //ERR(MissingScope<"Assets.getAll needs OR.Assets or OR.Assets.Read">)
const uncheckedModel: AssetServiceModel = wrong; //ERR(MissingScope<"Assets.getAll needs OR.Assets or OR.Assets.Read">) whoever gets it may call what the client may not
const uncheckedClient: Assets = wrong; //OK nothing is registered
const shape: { getAll(): any } = wrong; //ERR(Type 'MissingScope<"Assets.getAll needs OR.Assets or OR.Assets.Read">' is not assignable to type '() => any')
const pick: Pick<typeof wrong, 'getAll'> = wrong; //OK
pick.getAll(); //ERR(Assets.getAll)
const { ...rest } = wrong;
rest.getAll(); //ERR(Assets.getAll)
const mock: AssetServiceModel<Grant<'OR.Assets.Read'>> = { getAll: null!, getById: null!, getByName: null! }; //OK
const nobody: UiPath<unknown> = new UiPath({ scope: 'OR.Tasks' }); //OK
new Tasks(nobody).getAll(); //OK nothing is known of the grant

// Names
const unknownScope = null as unknown as UiPath<Grant<'OR.Asset.Read'>>; //ERR(Type '"OR.Asset.Read"' does not satisfy the constraint)
const roleWildcard = new Assets(null as unknown as UiPath<Grant<'OR.Default'>>);
roleWildcard.getAll(); //OK case 54

export {
  attenuated, both, boundedWithOptions, callbacks, forScope, mock, model, Overriding, OverridingMethod, read, readAssets, refused, shape, unbounded,
  uncheckedClient, uncheckedModel, unknownScope, v1, v10, v11, v12, v13, v2, v3, v4, v5, v6, v7, v8, v9, WrongAssets, write, wrongModel,
};
