import type { HistoryFilter } from '@warmline/contracts';
import { END_REASONS, SAFETY_ANSWERS } from '@warmline/vocabulary';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const oneOf = <Value extends string>(values: readonly Value[], text: unknown): Value | null =>
  values.find((value) => value === text) ?? null;

/** The filter that an address names. What it does not know it leaves out. */
export const filterOf = (search: Readonly<Record<string, unknown>>): HistoryFilter => {
  const { responder } = search;
  return {
    responder: typeof responder === 'string' && ID.test(responder) ? responder : null,
    safety: oneOf(SAFETY_ANSWERS, search['safety']),
    ended: oneOf(END_REASONS, search['ended']),
  };
};

/** How an address names it: nothing for any. */
export const searchOf = (filter: HistoryFilter): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
