import { instantAt, isNight, localTime, NIGHT_ENDS } from '@warmline/calendar';
import { instant, type Instant } from '@warmline/kernel';
import { NIGHT_COVER } from './night-cover';
import { openPeriods, type OpeningHours } from './opening-hours';

/** Someone planned to be on. */
export interface PlannedCover {
  readonly role: 'responder' | 'supervisor';
  readonly beginsAt: Instant;
  readonly endsAt: Instant;
}

/** A time in which the chat is open and fewer are planned than are needed. */
export interface CoverGap {
  readonly from: Instant;
  readonly until: Instant;
  /** How many more are needed of each; at least one of them is not 0. */
  readonly responders: number;
  readonly supervisors: number;
}

/**
 * Who is needed by day, and at night where the night rule is not kept: one to answer, and one whom they can ask. The chat opens
 * with fewer.
 */
const DAY_COVER = { responders: 1, supervisors: 1 } as const;

export interface CoverTerms {
  readonly hours: OpeningHours;
  readonly keepsNightRule: boolean;
  readonly from: Instant;
  readonly until: Instant;
}

/** Midnight and the end of the night of each day from `from` to `until`: who is needed changes there. */
const nightEdges = ({ hours: { zone }, from, until }: CoverTerms): Instant[] => {
  const [first, last] = [localTime(from, zone).day, localTime(until, zone).day];
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return days.flatMap((day) => [0, NIGHT_ENDS].map((minute) => instantAt({ day, minute }, zone)));
};

const lacking = (
  at: Instant,
  planned: readonly PlannedCover[],
  { hours, keepsNightRule }: CoverTerms,
): Pick<CoverGap, 'responders' | 'supervisors'> => {
  const needed = keepsNightRule && isNight(at, hours.zone) ? NIGHT_COVER : DAY_COVER;
  const on = (role: PlannedCover['role']): number =>
    planned.filter((block) => block.role === role && block.beginsAt <= at && at < block.endsAt).length;
  return {
    responders: Math.max(0, needed.responders - on('responder')),
    supervisors: Math.max(0, needed.supervisors - on('supervisor')),
  };
};

const isSame = (left: CoverGap, right: CoverGap): boolean =>
  left.until === right.from && left.responders === right.responders && left.supervisors === right.supervisors;

/** Times without a break in which the same people lack are one gap. */
const joined = (gaps: readonly CoverGap[]): CoverGap[] => {
  const found: CoverGap[] = [];
  for (const gap of gaps) {
    const last = found.at(-1);
    if (last !== undefined && isSame(last, gap)) found[found.length - 1] = { ...last, until: gap.until };
    else found.push(gap);
  }
  return found;
};

/**
 * The times from `from` to `until` in which the chat is open by its hours, and the rota has fewer people than it needs: one
 * responder and one supervisor, and as many as the night rule asks for where it is kept.
 */
export const coverGaps = (planned: readonly PlannedCover[], terms: CoverTerms): CoverGap[] => {
  const edges = [...planned.flatMap(({ beginsAt, endsAt }) => [beginsAt, endsAt]), ...nightEdges(terms)];
  const gaps = openPeriods(terms.hours, terms.from, terms.until).flatMap(({ opensAt, closesAt }) => {
    const within = edges.filter((edge) => opensAt < edge && edge < closesAt);
    const cuts = [...new Set([opensAt, ...within, closesAt])].sort((left, right) => left - right);
    return cuts.slice(1).map((until, index) => {
      const from = instant(cuts[index] ?? until);
      return { from, until, ...lacking(from, planned, terms) };
    });
  });
  return joined(gaps.filter(({ responders, supervisors }) => responders + supervisors > 0));
};
