import { ROLES, type Role } from '@warmline/vocabulary';
import type { Values } from './list';

/** One thing that decides what a person may do or whom they are offered, and how it changed. */
export type AccessChange =
  /** Null: the person was added. */
  | { readonly what: 'role'; readonly from: Role | null; readonly to: Role }
  | { readonly what: 'active'; readonly to: boolean }
  /** Beside the first role. */
  | { readonly what: 'further_roles'; readonly given: readonly Role[]; readonly taken: readonly Role[] }
  /** How many skills; which ones is in the list, in the charity's own words. */
  | { readonly what: 'skills_given' | 'skills_taken'; readonly count: number };

export interface PersonsChange {
  readonly signInName: string;
  readonly change: AccessChange;
}

const nameOf = (row: Values): string => String(row['sign_in_name']);
const roleOf = (row: Values): Role | undefined => ROLES.find((role) => role === row['role']);
const skillsOf = (row: Values | undefined): readonly unknown[] => {
  const skills = row?.['skills'];
  return Array.isArray(skills) ? skills : [];
};

/** What a person is beside their first role. */
export const furtherRolesOf = (row: Values | undefined): readonly Role[] => {
  const further = row?.['further_roles'];
  return Array.isArray(further) ? ROLES.filter((role) => further.includes(role)) : [];
};

/** Who became what: the changes of role, being active and skills between two lists of people. */
export const accessChanges = (before: readonly Values[], after: readonly Values[]): PersonsChange[] => {
  const earlier = new Map(before.map((row) => [nameOf(row), row]));
  return after.flatMap((row) => {
    const signInName = nameOf(row);
    return changesOfPerson(earlier.get(signInName), row).map((change) => ({ signInName, change }));
  });
};

const changesOfPerson = (was: Values | undefined, is: Values): AccessChange[] => {
  const [from, to] = [was === undefined ? null : (roleOf(was) ?? null), roleOf(is)];
  const wasActive = was?.['active'] ?? true;
  const isActive = is['active'] === true;
  const given = missing(skillsOf(is), skillsOf(was));
  const taken = missing(skillsOf(was), skillsOf(is));
  return [
    ...(to === undefined || to === from ? [] : [{ what: 'role', from, to } as const]),
    ...furtherChanges(was, is),
    ...(isActive === wasActive ? [] : [{ what: 'active', to: isActive } as const]),
    ...(given === 0 ? [] : [{ what: 'skills_given', count: given } as const]),
    ...(taken === 0 ? [] : [{ what: 'skills_taken', count: taken } as const]),
  ];
};

const furtherChanges = (was: Values | undefined, is: Values): AccessChange[] => {
  const [before, after] = [furtherRolesOf(was), furtherRolesOf(is)];
  const given = after.filter((role) => !before.includes(role));
  const taken = before.filter((role) => !after.includes(role));
  return given.length + taken.length === 0 ? [] : [{ what: 'further_roles', given, taken }];
};

/** How many of these are not among the others. */
const missing = (these: readonly unknown[], others: readonly unknown[]): number =>
  these.filter((one) => !others.includes(one)).length;
