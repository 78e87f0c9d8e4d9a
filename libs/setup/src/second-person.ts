import { HOUR, type Instant, type StaffId } from '@warmline/kernel';
import { ROLES, type Role } from '@warmline/vocabulary';
import { furtherRolesOf, type AccessChange } from './access-changes';
import type { RowProblem, Values } from './list';

/** How long a change of access waits for a second person (ms). */
export const SECOND_PERSON_WITHIN = 72 * HOUR;

/** Proposals of one save, at most: a second person reads each of them. */
const PROPOSALS_MAX = 50;

/** What decides what a person may do. */
export interface Access {
  readonly role: Role;
  /** Beside it. */
  readonly furtherRoles: readonly Role[];
  readonly active: boolean;
}

/** A change of one person's access that one person alone does not make. */
export interface AccessWanted {
  readonly signInName: string;
  /** What they are until a second person agrees. */
  readonly from: Access;
  readonly to: Access;
}

const nameOf = (row: Values): string => String(row['sign_in_name']);

const accessOf = (row: Values): Access => ({
  role: ROLES.find((role) => role === row['role']) ?? 'responder',
  furtherRoles: furtherRolesOf(row),
  active: row['active'] === true,
});

const hasSameRoles = (one: Access, other: Access): boolean =>
  one.role === other.role &&
  one.furtherRoles.length === other.furtherRoles.length &&
  one.furtherRoles.every((role) => other.furtherRoles.includes(role));

export const isSameAccess = (one: Access, other: Access): boolean =>
  hasSameRoles(one, other) && one.active === other.active;

/** More than a responder: they decide what happens to others. */
const isMore = ({ role, furtherRoles }: Access): boolean => role !== 'responder' || furtherRoles.length > 0;

const isAdministrator = ({ role, furtherRoles }: Access): boolean =>
  role === 'administrator' || furtherRoles.includes('administrator');

/**
 * What one person alone may make of `from`; null: they were not there before. A role stays as it is, an administrator stays
 * active, and nobody who is more than a responder becomes active. Anyone else is deactivated at once: that is never put off.
 */
const alone = (from: Access | null, to: Access): Access => {
  if (from === null) return isMore(to) ? { role: 'responder', furtherRoles: [], active: false } : to;
  if (to.active === from.active) return from;
  const isHeld = to.active ? isMore(from) || isMore(to) : isAdministrator(from);
  return isHeld ? from : { ...from, active: to.active };
};

const withAccess = (row: Values, { role, furtherRoles, active }: Access): Values => ({
  ...row,
  role,
  further_roles: furtherRoles,
  active,
});

export interface HeldBack {
  /** The list that one person may save alone. */
  readonly after: readonly Values[];
  readonly wanted: readonly AccessWanted[];
}

/** Takes out of a list of people what a second person has to agree to (ACC3). */
export const holdBack = (before: readonly Values[], after: readonly Values[]): HeldBack => {
  const earlier = new Map(before.map((row) => [nameOf(row), row]));
  const judged = after.map((row) => {
    const was = earlier.get(nameOf(row));
    const to = accessOf(row);
    const from = alone(was === undefined ? null : accessOf(was), to);
    return { row, from, to };
  });
  return {
    after: judged.map(({ row, from, to }) => (isSameAccess(from, to) ? row : withAccess(row, from))),
    wanted: judged
      .filter(({ from, to }) => !isSameAccess(from, to))
      .map(({ row, from, to }) => ({ signInName: nameOf(row), from, to })),
  };
};

/** Of a list that proposes more than people can read, and so would hide what others propose. */
export const problemsOfProposals = ({ length }: readonly AccessWanted[]): RowProblem[] =>
  length <= PROPOSALS_MAX
    ? []
    : [{ row: null, column: null, problem: { code: 'too_many_proposals', most: PROPOSALS_MAX } }];

/** Whether it is this change that takes two people. */
export const takesTwo = ({ from, to }: AccessWanted, { what }: AccessChange): boolean =>
  what === 'active' ? from.active !== to.active : what !== 'skills_given' && what !== 'skills_taken';

/**
 * What two people decide: another role or account, a new invite for someone who has lost everything they sign in with, or that the
 * name of someone who is not active becomes an alias before its time.
 */
export type ProposalKind = 'access' | 'recovery' | 'leaving';

/** A proposal, and what its people are now. */
export interface ProposalNow {
  readonly staff: StaffId;
  readonly by: StaffId;
  /**
   * Who had proposed or agreed to recover the account of `by` in the 72 hours before, or agreed to it before it was opened. One of
   * them saw its link, and could be `by` here as well.
   */
  readonly linkGivers: readonly StaffId[];
  readonly expiresAt: Instant;
  /** It was agreed to, declined, withdrawn or replaced. */
  readonly isOver: boolean;
  /** Who proposed it may still do so. */
  readonly mayPropose: boolean;
  /** What the person was when it was proposed, and is now. */
  readonly from: Access;
  readonly is: Access;
}

/** Why this person cannot be the second one. Null: they can. */
export const whyNotSecond = (
  proposal: ProposalNow,
  person: StaffId,
  now: Instant,
): 'proposal_over' | 'not_yourself' | null => {
  const { by, staff, linkGivers, expiresAt, isOver, mayPropose, from, is } = proposal;
  if (isOver || now >= expiresAt || !mayPropose || !isSameAccess(from, is)) return 'proposal_over';
  return [by, staff, ...linkGivers].includes(person) ? 'not_yourself' : null;
};
