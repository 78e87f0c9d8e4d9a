import type { StaffId } from '@warmline/kernel';
import { byText, firstDifference, hasRoom, type FreeResponder } from '@warmline/routing';
import type { Band } from '@warmline/vocabulary';
import type { Target } from './handover';

export interface Candidate extends FreeResponder {
  readonly skills: readonly string[];
}

/** What a handover to a skill or to the queue requires of its receiver. */
export interface Need {
  readonly band: Band;
  readonly sender: StaffId;
  readonly target: Target;
  /** Asked for this handover already. */
  readonly asked: ReadonlySet<StaffId>;
}

const fits = (candidate: Candidate, { band, sender, target, asked }: Need): boolean => {
  if (candidate.staff === sender || asked.has(candidate.staff)) return false;
  if (target.to === 'person' && target.staff !== candidate.staff) return false;
  if (target.to === 'skill' && !candidate.skills.includes(target.skill)) return false;
  return hasRoom(candidate.load, candidate.capacity, band);
};

/** Who is asked next: of those who fit the longest free, as for any offer; null when nobody does. */
export const nextReceiver = (need: Need, candidates: readonly Candidate[]): StaffId | null => {
  const [first] = candidates
    .filter((candidate) => fits(candidate, need))
    .sort((left, right) =>
      firstDifference(left.freeSince - right.freeSince, byText(left.staff, right.staff)),
    );
  return first?.staff ?? null;
};
