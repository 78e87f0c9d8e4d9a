import type { LiveView } from '@warmline/contracts';
import { atMoment } from '../../shared/i18n/moment-words';
import { min } from '../../shared/i18n/spans';
import { useLive } from '../../shared/live/live-provider';
import { minutesBetween } from '../../shared/page/use-now';
import { freePeople, longestWait, nextFreeAt } from './live-view-figures';
import { liveViewWords } from './live-view-words';

const said = liveViewWords.state;

/** How many people more the made forecast asks for within the next hour; null without one. */
const shortOf = (
  additions: readonly { readonly responders: number; readonly from: number; readonly until: number }[] | null,
  now: number,
): string | null => {
  if (additions === null) return null;
  const soon = additions.filter(({ from, until }) => from < now + 3_600_000 && until > now);
  const count = soon.reduce((sum, { responders }) => sum + responders, 0);
  return count === 0 ? said.enough : said.short(count);
};

/** Who is on, who is free, how long someone waits, and whether the next hour needs more people. */
export const StateLine = ({ board, now }: { readonly board: LiveView; readonly now: number }) => {
  const forecast = useLive((live) => live.forecast?.made ?? null);
  const { free, on } = freePeople(board);
  const first = longestWait(board);
  const next = nextFreeAt(board);
  const parts = [
    said.on(on, free),
    next === null || next <= now ? null : said.nextFree(atMoment(next, now)),
    first === undefined ? said.nobodyWaits : said.longest(min(minutesBetween(first.waitingSince, now))),
    shortOf(forecast?.additions ?? null, now),
  ];
  return <p className="state-line">{parts.filter((part) => part !== null).join(' · ')}</p>;
};
