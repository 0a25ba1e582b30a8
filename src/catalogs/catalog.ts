import type { Requirement, Scope } from '../scopes/requirement.ts';
import type { HttpVerb } from './http-verb.ts';

/** An ISO 8601 calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;

/** Where a fact came from. `date` is the day the source was published or last changed, as far as it is known. */
export interface CatalogSource {
  readonly title: string;
  readonly locator: string;
  readonly date?: IsoDate;
}

/** One scope of the provider. Order in the catalog is the order in which tools print scopes. */
export interface CatalogScope {
  readonly name: Scope;
  readonly category: string;
  /** Scopes whose calls a token with this scope may make as well; only where a source says so. The vocabulary takes the closure. */
  readonly implies?: readonly Scope[];
  /** The scope that takes this one's place, when the provider retired it. */
  readonly replacedBy?: Scope;
  /** Stands for whatever the role of the application allows (`OR.Default`): what it covers cannot be known statically. */
  readonly roleWildcard?: true;
  /** Named by one source and contradicted or unsupported by the others; known, but never suggested. */
  readonly suspect?: true;
  /** Does not have the form that its own source states for scopes. */
  readonly irregular?: true;
  /** Seen only in the provider's own clients; known, but never suggested. */
  readonly firstPartyOnly?: true;
  readonly sources: readonly string[];
}

/** One dated statement of what a method needs. */
export interface RequirementRow {
  /** `null`: the row says that the method exists and not what it needs. */
  readonly requires: Requirement | null;
  /** First day on which the row is known to hold; absent when the source states none. */
  readonly since?: IsoDate;
  /** First day on which the source that stated the row no longer does. The row still counts, unless a later day is asked for. */
  readonly until?: IsoDate;
  /** Key into `Catalog.sources`. */
  readonly source: string;
  /** Line of that source, where it has lines. */
  readonly line?: number;
  /** `inferred` rows may show a use, but never accuse. */
  readonly confidence: 'exact' | 'inferred';
}

/** A member of an SDK class, or of an object that the SDK returns. */
export interface CatalogMethod {
  /** What a user reads, unique in the catalog: `Jobs.getAll`, `job.stop`, `conversation.exchanges.getAll`. */
  readonly label: string;
  /** Module specifiers under which the container is exported, or from which it is reached. */
  readonly modules: readonly string[];
  /** Name of the declaring class or interface in the SDK's declarations: `JobService`, `JobMethods`. */
  readonly container: string;
  readonly member: string;
  /** Newest row last. Empty: the catalog knows the member and nothing about its scopes (unmapped). */
  readonly rows: readonly RequirementRow[];
  /**
   * Needs no scope of its own, and is no call to judge: does not leave the process (an event subscription), or is a message of a session
   * whose opening call has the requirement.
   */
  readonly local?: true;
  /** Versions of the SDK whose declarations have the member, where that is not the tested version ("1.6.2"). */
  readonly introducedIn?: string;
  /** Label of the endpoint that the method calls, where it does nothing else: rows and permissions are those of the endpoint. */
  readonly endpoint?: string;
  /** As of an endpoint. */
  readonly permissions?: readonly (readonly string[])[];
  readonly refusedTo?: readonly OAuthGrantType[];
}

/** How an application gets its token (RFC 6749, section 1.3). */
export type OAuthGrantType = 'authorization_code' | 'client_credentials';

/** One operation of the provider's HTTP API. */
export interface CatalogEndpoint {
  /** What a user reads, unique among endpoints and methods: `GET /odata/Jobs({key})`. */
  readonly label: string;
  readonly verb: HttpVerb;
  /** The segment of `requests.services` below which the path stands (`orchestrator_`); absent: the path stands at the host itself. */
  readonly service?: string;
  /** Template with parameters in braces, from the service or the host on, without a query: `/odata/Jobs({key})/UiPath.Server.StopJob`. */
  readonly path: string;
  /** Newest row last. Empty: the endpoint is known and nothing is known of its scopes (unmapped). */
  readonly rows: readonly RequirementRow[];
  /** Role permissions that the call needs besides its scopes: each inner list is any-of, all of them must hold. */
  readonly permissions?: readonly (readonly string[])[];
  /** The provider states that it does not answer to OAuth tokens, whatever their scopes; its rows then state no requirement. */
  readonly refusesOAuth?: true;
  /** Grant types with which the provider refuses the call, whatever its scopes. */
  readonly refusedTo?: readonly OAuthGrantType[];
  /** Members of the SDK that do nothing but call it, by container and member: `UsersApi.getUser`. They are methods of the catalog. */
  readonly sdk?: readonly string[];
}

/** An endpoint as it stands in a file. The file has no rows for the members in `sdk`: they need what the endpoint needs. */
export interface EndpointEntry extends Omit<CatalogEndpoint, 'label'> {
  /** Left out where it is verb and path. */
  readonly label?: string;
}

/** Something that a program calls and that has a requirement: a method of the SDK, or an endpoint. */
export type CatalogOperation = CatalogMethod | CatalogEndpoint;

/** A role permission of the provider, for people who write one where a scope belongs. */
export interface CatalogPermission {
  readonly name: string;
  /** The scopes that calls which demand the permission accept, most specific first. */
  readonly scopes: readonly Scope[];
  /** All endpoints that demand the permission accept the same alternatives. */
  readonly unambiguous: boolean;
}

/** A named set of scopes that the provider recommends for a whole feature. */
export interface CatalogCombination {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly source: string;
  readonly line?: number;
  readonly until?: IsoDate;
}

/** Where something stands that a catalog says: a key into `Catalog.sources`, and the line where the source has lines. */
interface Stated {
  readonly source: string;
  readonly line?: number;
}

/** One API of the provider, where scopes are stated for whole APIs: an operation needs that of them which fits what it does. */
export interface CatalogApi extends Stated {
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/** A scope string that people write, and what a source says that they should write. */
export interface CatalogMistake extends Stated {
  readonly wrong: string;
  readonly right: string;
}

/** A scope that the provider's own example turns down as more than it needs. */
export interface CatalogExcess extends Stated {
  readonly scope: Scope;
}

/** How a source says that scopes are to be selected. */
export interface CatalogAdvice extends Stated {
  readonly rule: 'read-only-first' | 'write-only-where-needed' | 'one-scope-per-action';
}

/** What follows when the scopes of a registered application change. */
export interface CatalogScopeChange extends Stated {
  readonly change: 'added' | 'removed';
  /** Holds for applications of this grant type; for all, where it is absent. */
  readonly grantType?: OAuthGrantType;
  /** Users are asked to consent again. */
  readonly consentAgain?: boolean;
  /** HTTP status with which a token request is refused for some minutes. */
  readonly refusedForMinutes?: number;
}

export interface CatalogSdk {
  readonly package: string;
  readonly testedVersions: readonly string[];
  /** The SDK raises its major version with every release: another one says nothing of what a method does that both have. */
  readonly everyReleaseIsMajor?: true;
  /** Names under which a script of a web page gets the SDK, where it is no module: `require('platformClient')`. */
  readonly globals?: readonly string[];
}

/**
 * A class with which an application begins: what it makes of the SDK has the scopes of its client, `new UiPath({ scope })`. An SDK whose
 * services are made without one has the same scopes in the whole process, and no client.
 */
export interface CatalogClient {
  readonly modules: readonly string[];
  /** Exported class name. */
  readonly className: string;
  /**
   * Property of the first constructor argument that holds the scopes. Absent: code does not say them where it makes a client (one that is
   * given a token), and each client has the registered grant, or that of its type argument.
   */
  readonly scopeOption?: string;
  /** The option holds a list of scopes, not a string of them. */
  readonly scopeForm?: 'list';
  /** Properties whose presence means that the client has no scopes at all (a secret, a personal access token). */
  readonly unscopedOptions: readonly string[];
  /** Members of the client that hand out its access token: from then on requests are made that no one sees. */
  readonly tokenMembers: readonly string[];
  /** How a client gets its token that is no unscoped one, where the SDK has one way only. */
  readonly grantType?: OAuthGrantType;
  /** Members that give the client another token: what it holds from then on is not known. */
  readonly tokenSetters?: readonly string[];
}

/** Where applications of this provider declare scopes outside code. */
export interface CatalogDeclarations {
  /** File name and the JSON pointer of the scope string in it. */
  readonly files: readonly { readonly name: string; readonly pointer: string }[];
  /** Keys of .env files. No other key of such a file is ever read into output. */
  readonly environmentKeys: readonly string[];
}

/** Everything that is known of one provider: facts only. Types, rules, command line and reports all come from it. */
export interface Catalog {
  readonly version: 1;
  /** Short lower-case name: `uipath`. */
  readonly provider: string;
  readonly title: string;
  /** The provider whose API the catalog tells of in other words than that provider's own catalog. Which of them is meant is a user's choice. */
  readonly accountOf?: string;
  /** Day of the newest fact. */
  readonly date: IsoDate;
  readonly sources: Readonly<Record<string, CatalogSource>>;
  readonly sdk?: CatalogSdk;
  readonly grammar: {
    /** Regular expression of one scope token of this provider, anchored. */
    readonly token: string;
    /** Regular expression of a role permission, anchored. */
    readonly permission?: string;
  };
  /** Never unused, never unknown: `openid profile email offline_access`. */
  readonly alwaysAllowed: readonly Scope[];
  readonly scopes: readonly CatalogScope[];
  readonly methods: readonly CatalogMethod[];
  readonly endpoints?: readonly CatalogEndpoint[];
  /** Other declarations with the same members, and the container that has the rows: `TaskServiceModel`, which `TaskService` implements. */
  readonly containerAliases?: Readonly<Record<string, string>>;
  readonly permissions: readonly CatalogPermission[];
  readonly combinations: readonly CatalogCombination[];
  readonly apis?: readonly CatalogApi[];
  readonly mistakes?: readonly CatalogMistake[];
  readonly tooPermissive?: readonly CatalogExcess[];
  readonly advice?: readonly CatalogAdvice[];
  readonly scopeChanges?: readonly CatalogScopeChange[];
  readonly clients: readonly CatalogClient[];
  readonly declarations: CatalogDeclarations;
  /** What makes a URL one of this provider's API. */
  readonly requests: {
    /** Path segments: `orchestrator_`. */
    readonly segments: readonly string[];
    readonly hosts: readonly string[];
    /** Paths below which no scope is needed: `identity_/connect`. */
    readonly unscopedSegments: readonly string[];
    /** Services of the API by the segment that names them in a path; `optional` where the path may stand at the host without it. */
    readonly services?: readonly { readonly segment: string; readonly optional?: true }[];
    /**
     * Ends of the addresses at which an authorization or a token is requested (RFC 6749, sections 3.1 and 3.2): the `scope` that is sent
     * there declares a grant. One that begins with a dot stands below any name: `.acme.com/oauth/token`.
     */
    readonly tokenEndpoints?: readonly string[];
  };
}

/** A catalog as it stands in a file. */
export interface CatalogFile extends Omit<Catalog, 'endpoints'> {
  readonly endpoints?: readonly EndpointEntry[];
}

/** What tells whether a program has to do with a provider, without the tables. */
export type CatalogHeader = Pick<Catalog, 'provider' | 'title' | 'accountOf' | 'sdk' | 'clients' | 'declarations' | 'requests'>;
