import type { StaffPrincipal } from '@warmline/identity';
import type { StoredPractice } from '@warmline/postgres';
import { scenarioOf, type Play, type PracticeAct, type Scenario, type StoredAct } from '@warmline/practice';

/** A practice as it is now, and everything that was done in it. Times of acts are practice time since its beginning. */
export interface PlayedPractice {
  readonly practice: StoredPractice;
  readonly acts: readonly StoredAct[];
  readonly play: Play;
}

/** The words of the scenario are others now than when this practice began. */
export const isOutdated = ({ scenario, version }: StoredPractice): boolean =>
  scenario !== null && scenarioOf(scenario).version !== version;

/** The scenario it is played with; null where a colleague plays the visitor, and where its words have changed since. */
export const scenarioIn = (practice: StoredPractice): Scenario | null =>
  practice.scenario === null || isOutdated(practice) ? null : scenarioOf(practice.scenario);

/** What this person is in it. Anyone but the two is a reader, if they may read it at all. */
export const partOf = (
  { staff, colleague }: Pick<StoredPractice, 'staff' | 'colleague'>,
  person: StaffPrincipal,
): 'responder' | 'visitor' | 'reader' => {
  if (staff === person.staff) return 'responder';
  return colleague === person.staff ? 'visitor' : 'reader';
};

/** The part in which someone does this. Who holds a test chat has both. */
export const partFor = (
  { staff, colleague }: Pick<StoredPractice, 'staff' | 'colleague'>,
  person: StaffPrincipal,
  { kind }: PracticeAct,
): 'responder' | 'visitor' => {
  if (staff !== person.staff) return 'visitor';
  return staff === colleague && (kind === 'visitor_say' || kind === 'visitor_end') ? 'visitor' : 'responder';
};
