import type { StaffId } from '@warmline/kernel';
import type { ContactRecord } from '../engine/record';
import { HARD_TOPICS } from '../trace';
import { mean, quantileOf } from './statistics';

/** How hard topics were spread over responders. */
export interface Exposure {
  /** Conversations of band 1 or on a hard topic, per hour on shift: over all, and of the twentieth shift from the top. */
  readonly perHour: number;
  readonly perHourOfMostExposed: number;
  /** Of the conversations on a hard topic: share that met it again in the same shift. */
  readonly sameTopicAgain: number;
  /** The same if chance alone had dealt them. */
  readonly sameTopicByChance: number;
  /** Most conversations of band 1 or on a heavy topic that followed each other in one shift. */
  readonly mostInARow: number;
}

/** Hours that a shift takes. */
const SHIFT_HOURS = 2;
const MOST_EXPOSED = 0.95;

const isHard = ({ contact }: ContactRecord): boolean => contact.band === 1 || contact.topics.length > 0;

const longestRow = (records: readonly ContactRecord[]): number => {
  let [row, longest] = [0, 0];
  for (const { contact } of records) {
    row = contact.band === 1 || contact.topics.includes('sexual_violence') ? row + 1 : 0;
    longest = Math.max(longest, row);
  }
  return longest;
};

const repeats = (records: readonly ContactRecord[]): number => {
  const met = new Set<string>();
  let again = 0;
  for (const topic of records.flatMap(({ contact }) => contact.topics)) {
    if (met.has(topic)) again += 1;
    met.add(topic);
  }
  return again;
};

/** Chance that one of `before` earlier conversations was on the topic of one that is on a hard topic. */
const repeatByChance = (before: number): number => {
  const all = HARD_TOPICS.reduce((sum, [, share]) => sum + share, 0);
  return HARD_TOPICS.reduce((sum, [, share]) => sum + (share / all) * (1 - (1 - share) ** before), 0);
};

export const exposureOf = (records: readonly ContactRecord[], shifts: number): Exposure => {
  const byShift = new Map<StaffId, ContactRecord[]>();
  for (const record of records) {
    const staff = record.ending?.staff ?? null;
    if (staff !== null) byShift.set(staff, [...(byShift.get(staff) ?? []), record]);
  }
  const worked = [...byShift.values()].map((held) =>
    held.sort((one, other) => (one.ending?.at ?? 0) - (other.ending?.at ?? 0)),
  );
  const hard = worked.map((held) => held.filter(isHard).length);
  const onTopic = worked.flatMap((held) =>
    held.flatMap(({ contact }, place) => contact.topics.map(() => place)),
  );
  return {
    perHour: hard.reduce((sum, count) => sum + count, 0) / (shifts * SHIFT_HOURS),
    perHourOfMostExposed: quantileOf(hard, MOST_EXPOSED) / SHIFT_HOURS,
    sameTopicAgain: worked.reduce((sum, held) => sum + repeats(held), 0) / Math.max(1, onTopic.length),
    sameTopicByChance: mean(onTopic.map(repeatByChance)),
    mostInARow: Math.max(0, ...worked.map(longestRow)),
  };
};
