import type { ServiceSummary } from '@warmline/contracts';

/** What this page needs of what anyone may know. */
export type Summary = Pick<
  ServiceSummary,
  | 'opening'
  | 'takes'
  | 'holiday'
  | 'opensAt'
  | 'spaceAt'
  | 'closesAt'
  | 'wait'
  | 'wishes'
  | 'keepsReloads'
  | 'keepsDays'
>;

/** True for an answer of our own server. Its fields are the contract's and are not checked again. */
const isSummary = (value: unknown): value is Summary =>
  typeof value === 'object' && value !== null && 'opening' in value;

const GIVE_UP_MS = 8_000;

/** Asks this page's own server; throws when it cannot be reached in 8 s. */
export const askService = async (isArriving: boolean): Promise<Summary | null> => {
  const tooLong = new AbortController();
  const timer = setTimeout(() => tooLong.abort(), GIVE_UP_MS);
  try {
    const response = await fetch(`/api/service${isArriving ? '?arriving' : ''}`, {
      cache: 'no-store',
      credentials: 'omit',
      signal: tooLong.signal,
    });
    const answer: unknown = response.ok ? await response.json() : null;
    return isSummary(answer) ? answer : null;
  } finally {
    clearTimeout(timer);
  }
};

/** For a page that can store nothing: so it does not say that the chat goes on after a reload. */
export const askWithoutStorage = async (isArriving: boolean): Promise<Summary | null> => {
  const answer = await askService(isArriving);
  return answer && { ...answer, keepsReloads: false };
};
