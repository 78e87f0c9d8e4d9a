import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { PastPeople, PersonHistory, SettingHistory } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp } from '../../shared/session/ask-http';
import { parsePastPeople, parsePersonHistory, parseSettingHistory } from '../../shared/session/parse-history';
import { Refused } from '../../shared/session/session-requests';
import { startOfDay } from './history-filter';

const get = async <Value>(
  parts: ConsoleParts,
  path: string,
  parse: (body: unknown) => Value,
): Promise<Value> => {
  const answer = await askHttp(parts, { path: `/api/history/${path}`, parse });
  if (answer.ok) return answer.value;
  throw new Refused(answer.refusal);
};

const NEVER_TWICE = { retry: false, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 } as const;
/** The number of an act to go on before; null for the newest. */
type Place = string | null;
const NEWEST: Place = null;
const nextPlace = ({ next }: { readonly next: Place }): Place => next;

/** What changed the settings, page by page. */
export const settingsQuery = (parts: ConsoleParts) =>
  infiniteQueryOptions({
    queryKey: ['history', 'settings'],
    retry: false,
    staleTime: 0,
    initialPageParam: NEWEST,
    getNextPageParam: nextPlace,
    queryFn: ({ pageParam }): Promise<SettingHistory> =>
      get(parts, pageParam === null ? 'settings' : `settings?before=${pageParam}`, parseSettingHistory),
  });

export const pastPeopleQuery = (parts: ConsoleParts) =>
  queryOptions<PastPeople>({
    queryKey: ['history', 'people'],
    retry: false,
    staleTime: 60_000,
    queryFn: () => get(parts, 'people', parsePastPeople),
  });

/** Whose past is looked at, and which days of this device, both inclusive. */
export interface PersonChoice {
  readonly person: string;
  readonly from: string;
  readonly until: string;
}

/** Each look is recorded, so nothing is asked for again by itself. */
export const personQuery = (parts: ConsoleParts, { person, from, until }: PersonChoice) =>
  infiniteQueryOptions({
    queryKey: ['history', 'people', person, from, until],
    ...NEVER_TWICE,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    initialPageParam: NEWEST,
    getNextPageParam: nextPlace,
    queryFn: ({ pageParam }): Promise<PersonHistory> => {
      const range = { from: startOfDay(from, 0) ?? '', until: startOfDay(until, 1) ?? '' };
      const query = new URLSearchParams(pageParam === null ? range : { ...range, before: pageParam });
      return get(parts, `people/${person}?${query}`, parsePersonHistory);
    },
  });
