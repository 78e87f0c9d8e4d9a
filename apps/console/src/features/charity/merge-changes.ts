import { hashKey } from '@tanstack/react-query';
import { CHARITY_PARTS, type Charity, type CharityPart } from '@warmline/vocabulary';

/** By what is in them: the server writes the fields of a part in another order once it is stored. */
const isSame = (one: unknown, other: unknown): boolean => hashKey([one]) === hashKey([other]);

/** The parts in which two differ. */
export const partsChanged = (before: Charity, after: Charity): readonly CharityPart[] =>
  CHARITY_PARTS.filter((part) => !isSame(before[part], after[part]));

/** What someone else saved while a person was writing. */
export interface Merged {
  /** Theirs, with the person's own changes on top. Nothing of either is lost where they changed different parts. */
  readonly draft: Charity;
  /** The parts that the other person changed. */
  readonly theirs: readonly CharityPart[];
  /** Those of them that this person has changed to something else. The person's own is in the draft, and they are asked. */
  readonly both: readonly CharityPart[];
}

const withPart = <Part extends CharityPart>(charity: Charity, part: Part, from: Charity): Charity => ({
  ...charity,
  [part]: from[part],
});

/** Puts a person's changes since `base` on top of what is saved now. */
export const mergeChanges = (base: Charity, mine: Charity, saved: Charity): Merged => {
  const theirs = partsChanged(base, saved);
  const own = partsChanged(base, mine);
  return {
    draft: own.reduce((draft, part) => withPart(draft, part, mine), saved),
    theirs,
    both: theirs.filter((part) => own.includes(part) && !isSame(mine[part], saved[part])),
  };
};

/** The draft with one part as it is saved. */
export const takeSaved = (draft: Charity, part: CharityPart, saved: Charity): Charity =>
  withPart(draft, part, saved);
