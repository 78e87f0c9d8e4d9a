import type {
  Content,
  HalfSession,
  IdentityProviderName,
  ProviderAddress,
  ServiceSummary,
  Session,
  SetupAnswer,
  SetupList,
  SignInAnswer,
} from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';

/**
 * Answers of our own server over HTTP, checked as far as the screens rely on them. The schemas in contracts stay out of
 * the page: they would double its first load and want to compile code, which the content policy forbids.
 */

export const hasFields = (value: unknown, fields: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && fields.every((field) => field in value);

export const demand = (isAsAgreed: boolean, what: string): void => {
  if (!isAsAgreed) throw new TypeError(`the server answered with something that is no ${what}`);
};

export const parseSession = (body: unknown): Session => {
  demand(hasFields(body, ['staff']), 'session');
  const session = body as Session;
  demand(hasFields(session.staff, ['id', 'name', 'role', 'furtherRoles']), 'session');
  return session;
};

export const parseService = (body: unknown): Pick<ServiceSummary, 'name' | 'isDemo'> => {
  demand(hasFields(body, ['name']), 'service');
  return body as ServiceSummary;
};

/** The session, or what is next before there is one. */
export const parseSignIn = (body: unknown): SignInAnswer => {
  if (!hasFields(body, ['next'])) return parseSession(body);
  const half = body as HalfSession;
  demand(half.next === 'prove' || half.next === 'enrol', 'session');
  return half;
};

export const parseProviderName = (body: unknown): IdentityProviderName => {
  demand(hasFields(body, ['name']), 'name of an identity provider');
  return body as IdentityProviderName;
};

export const parseProviderAddress = (body: unknown): ProviderAddress => {
  demand(hasFields(body, ['address']), 'address');
  return body as ProviderAddress;
};

export const parseContent = (body: unknown): Content => {
  demand(hasFields(body, ['starters', 'resources', 'topics']), 'content');
  const content = body as Content;
  demand(
    [content.starters, content.resources, content.topics].every((list) => Array.isArray(list)),
    'content',
  );
  demand(
    content.topics.every((topic) => hasFields(topic, ['topic', 'label', 'labels', 'inUse'])),
    'content',
  );
  demand(
    content.starters.every((starter) => hasFields(starter, ['id', 'stage', 'title', 'body'])),
    'content',
  );
  demand(
    content.resources.every((resource) => hasFields(resource, ['id', 'name', 'description'])),
    'content',
  );
  return content;
};

export const parseSetupList = (body: unknown): SetupList => {
  demand(hasFields(body, ['list', 'version', 'columns', 'rows']), 'list');
  const list = body as SetupList;
  demand(Array.isArray(list.columns) && Array.isArray(list.rows), 'list');
  return list;
};

export const parseSetupAnswer = (body: unknown): SetupAnswer => {
  demand(hasFields(body, ['outcome']), 'answer');
  const answer = body as SetupAnswer;
  if (answer.outcome === 'saved' || answer.outcome === 'outdated') parseSetupList(answer.list);
  return answer;
};

/** The server's word, or `unavailable` for an answer that is not the service's own. */
export const parseRefusal = (body: unknown): Refusal => {
  if (!hasFields(body, ['refusal'])) return 'unavailable';
  return (body as { readonly refusal: Refusal }).refusal;
};
