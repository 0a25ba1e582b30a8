/** The methods of RFC 9110 and RFC 5789 that endpoints have. */
export const HTTP_VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

/** What a request does, not a method of the SDK. */
export type HttpVerb = (typeof HTTP_VERBS)[number];
