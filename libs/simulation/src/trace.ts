import {
  conversationId,
  DAY,
  later,
  MINUTE,
  SECOND,
  staffId,
  type ConversationId,
  type Instant,
  type StaffId,
} from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import { peakArrivalsPerMinute, shareOfPeak, START, type Cell } from './cell';
import { Chance } from './chance/chance';

/** A contact as chance made it, the same whatever policy answers it. */
export interface SimulatedContact {
  readonly conversation: ConversationId;
  readonly band: Band;
  readonly arrivesAt: Instant;
  /** How long they wait before they leave (ms). */
  readonly patience: number;
  /** Handle time of the conversation when its responder has no other (ms). */
  readonly work: number;
  /** What they write of first, if it is a hard topic. */
  readonly topics: readonly string[];
}

/** Shares of arrivals: bands, and those who leave at once. */
const SHARES = { 1: 0.04, 2: 0.16, atOnce: 0.08 } as const;

/** Hard topics and their shares. */
export const HARD_TOPICS = [
  ['suicide', 0.1],
  ['self_harm', 0.08],
  ['abuse', 0.06],
  ['sexual_violence', 0.04],
] as const;

/** Longest stay of those who leave at once: what the glossary calls a short leave. */
const AT_ONCE = 30 * SECOND;

const uuid = (kind: string, number: number): string =>
  `00000000-0000-4000-80${kind}-${String(number).padStart(12, '0')}`;

export const conversationNumbered = (number: number): ConversationId => conversationId(uuid('02', number));
export const staffNumbered = (number: number): StaffId => staffId(uuid('04', number));

const bandOf = (drawn: number): Band => {
  if (drawn < SHARES[1]) return 1;
  return drawn < SHARES[1] + SHARES[2] ? 2 : 3;
};

const topicsOf = (drawn: number): string[] => {
  let sum = 0;
  const found = HARD_TOPICS.find(([, share]) => drawn < (sum += share));
  return found === undefined ? [] : [found[0]];
};

type Person = Pick<Cell, 'patience' | 'handle' | 'handleCv'>;

/** Draws contacts one after the other; each takes the same number of draws, so that nothing shifts what follows. */
export const contactMaker = (person: Person, chance: Chance) => {
  let number = 0;
  return (arrivesAt: Instant): SimulatedContact => {
    number += 1;
    const band = bandOf(chance.next());
    const leavesAtOnce = chance.happens(SHARES.atOnce);
    const soon = chance.between(0, AT_ONCE);
    const patience = chance.exponential(chance.between(person.patience.from, person.patience.to) * MINUTE);
    return {
      conversation: conversationNumbered(number),
      band,
      arrivesAt,
      patience: leavesAtOnce ? soon : patience,
      work: chance.lognormal(person.handle * MINUTE, person.handleCv),
      topics: topicsOf(chance.next()),
    };
  };
};

/** Poisson arrivals at a changing rate per minute, by thinning a faster process. */
export const arrivalTimes = (
  { from, until, peak }: { from: Instant; until: Instant; peak: number },
  share: (at: Instant) => number,
  chance: Chance,
): Instant[] => {
  const times: Instant[] = [];
  if (peak <= 0) return times;
  for (let at = from; ;) {
    at = later(at, chance.exponential(MINUTE / peak));
    if (at >= until) return times;
    if (chance.happens(share(at))) times.push(at);
  }
};

/** Everyone who comes in a cell, in the order of coming. */
export const traceOf = (cell: Cell): SimulatedContact[] => {
  const make = contactMaker(cell, Chance.of(cell.seed, 'contacts'));
  const span = { from: START, until: later(START, cell.days * DAY), peak: peakArrivalsPerMinute(cell) };
  return arrivalTimes(span, (at) => shareOfPeak(cell.arrivals, at), Chance.of(cell.seed, 'arrivals')).map(
    make,
  );
};
