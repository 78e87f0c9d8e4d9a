import type { Instant } from '@warmline/kernel';
import { READINESS_CHECKS, type ReadinessCheck, type ReadinessConfirmation } from '@warmline/vocabulary';

/** A word of a person, about how it was then. */
export interface Confirmed {
  readonly by: string;
  readonly at: Instant;
  /** What they looked at is still the same. */
  readonly isCurrent: boolean;
}

/** What is stored at one moment. */
export interface ReadinessFacts {
  readonly now: Instant;
  /** Active, with an account that they have opened. */
  readonly administrators: number;
  /** Active people with an account and no second factor; null where none is asked for. */
  readonly withoutSecondFactor: number | null;
  readonly hasHours: boolean;
  /** Active responders and supervisors with an account whose core training is valid: who may be offered a chat. */
  readonly responders: number;
  /** The next shift that is planned, and whether a supervisor is planned for all of its beginning. Null: none is. */
  readonly firstShift: { readonly beginsAt: Instant; readonly hasSupervisor: boolean } | null;
  readonly onCallContacts: number;
  /** The last test chat in which both sides wrote and which was ended. */
  readonly testChat: { readonly by: string; readonly at: Instant } | null;
  readonly confirmed: Readonly<Partial<Record<ReadinessConfirmation, Confirmed>>>;
}

export interface ReadinessLine {
  readonly check: ReadinessCheck;
  readonly isDone: boolean;
  /** Nobody opens without it: people could be harmed. */
  readonly isNeeded: boolean;
  /** Nothing is asked for here where not, so it is in nobody's way, and is not done. */
  readonly isAsked: boolean;
  /** Of what is counted. */
  readonly count: number | null;
  readonly at: Instant | null;
  /** Who said so, or did it. */
  readonly by: string | null;
  /** It was confirmed, and what was looked at has changed since, or it is too long ago. */
  readonly isOutdated: boolean;
}

/** Two, so that one who leaves or loses everything locks nobody out. */
export const ADMINISTRATORS_MIN = 2;
/** A backup is one for so long (ms): 7 days. */
export const BACKUP_VALID = 604_800_000;

const NEEDED: ReadonlySet<ReadinessCheck> = new Set(['second_factors', 'numbers', 'wording', 'test_chat']);

type Judged = Partial<Omit<ReadinessLine, 'check' | 'isNeeded'>> & Pick<ReadinessLine, 'isDone'>;

/** A person's word counts while what they looked at is the same, and for `lasts` ms at most. */
const byWord = (said: Confirmed | undefined, now: Instant, lasts = Infinity): Judged => {
  if (said === undefined) return { isDone: false };
  const isDone = said.isCurrent && now - said.at < lasts;
  return { isDone, by: said.by, at: said.at, isOutdated: !isDone };
};

const JUDGES: { readonly [Check in ReadinessCheck]: (facts: ReadinessFacts) => Judged } = {
  administrators: ({ administrators: count }) => ({ isDone: count >= ADMINISTRATORS_MIN, count }),
  second_factors: ({ withoutSecondFactor: count }) => ({
    isDone: count === null || count === 0,
    isAsked: count !== null,
    count,
  }),
  hours: ({ hasHours, confirmed, now }) => (hasHours ? { isDone: true } : byWord(confirmed.always_open, now)),
  responders: ({ responders: count }) => ({ isDone: count > 0, count }),
  first_shift: ({ firstShift }) => ({
    isDone: firstShift?.hasSupervisor === true,
    at: firstShift?.beginsAt ?? null,
  }),
  numbers: ({ confirmed, now }) => byWord(confirmed.numbers, now),
  wording: ({ confirmed, now }) => byWord(confirmed.wording, now),
  on_call: ({ onCallContacts: count }) => ({ isDone: count > 0, count }),
  test_chat: ({ testChat }) => ({
    isDone: testChat !== null,
    by: testChat?.by ?? null,
    at: testChat?.at ?? null,
  }),
  backup: ({ confirmed, now }) => byWord(confirmed.backup, now, BACKUP_VALID),
};

/** What is ready and what is not, computed from what is stored. Nothing is taken for done. */
export const readinessOf = (facts: ReadinessFacts): readonly ReadinessLine[] =>
  READINESS_CHECKS.map((check) => ({
    count: null,
    at: null,
    by: null,
    isOutdated: false,
    isAsked: true,
    ...JUDGES[check](facts),
    check,
    isNeeded: NEEDED.has(check),
  }));

/**
 * Whether the service may be opened now. `named`: what the administrator was told is missing; it is opened only when that is all,
 * and nothing of it is needed.
 */
export const decideOpening = (
  lines: readonly ReadinessLine[],
  named: readonly ReadinessCheck[],
): { readonly mayOpen: boolean; readonly missing: readonly ReadinessCheck[] } => {
  const open = lines.filter(({ isDone }) => !isDone);
  const mayOpen = open.every(({ check, isNeeded }) => !isNeeded && named.includes(check));
  return { mayOpen, missing: open.map(({ check }) => check) };
};
