import type { Access, AccessChange, SetupEvent } from '@warmline/setup';
import { byStaff, plain, system, type Verdicts } from './verdict';

type OfAccess = Exclude<
  SetupEvent['type'],
  | 'setup_changed'
  | 'setup_undone'
  | 'list_exported'
  | 'audit_exported'
  | 'service_exported'
  | 'service_imported'
>;

interface ByTwo {
  readonly by: string;
  readonly staff: string;
}

const ofProposal = {
  verdict: 'record',
  row: ({ by, staff, proposal }: ByTwo & { readonly proposal: string }) => ({
    ...plain,
    actor: byStaff(by),
    whom: staff,
    subject: proposal,
  }),
} as const;

/** Both people in one row: who proposed it, and who agreed. */
const ofBoth = {
  verdict: 'record',
  row: ({ by, agreedBy, staff }: ByTwo & { readonly agreedBy: string }) => ({
    ...plain,
    actor: byStaff(by),
    whom: staff,
    subject: agreedBy,
  }),
} as const;

/** Such as `also_trainer` or `no_longer_auditor`. */
const furtherCode = (given: readonly string[], taken: readonly string[]): string =>
  [...given.map((role) => `also_${role}`), ...taken.map((role) => `no_longer_${role}`)].join('_');

const codeOf = (change: AccessChange): string => {
  if (change.what === 'role') return `role_from_${change.from ?? 'none'}_to_${change.to}`;
  if (change.what === 'further_roles') return furtherCode(change.given, change.taken);
  if (change.what === 'active') return change.to ? 'activated' : 'deactivated';
  return change.what;
};

const without = (these: readonly string[], those: readonly string[]): string[] =>
  these.filter((one) => !those.includes(one));

/** What a second person agrees to, in one code. */
const codeBetween = (from: Access, to: Access): string =>
  [
    ...(from.role === to.role ? [] : [`role_from_${from.role}_to_${to.role}`]),
    furtherCode(without(to.furtherRoles, from.furtherRoles), without(from.furtherRoles, to.furtherRoles)),
    ...(from.active === to.active ? [] : [to.active ? 'activated' : 'deactivated']),
  ]
    .filter((code) => code !== '')
    .join('_');

/** Verdicts on who may do what, and on what two people decide. */
export const accessVerdicts: Verdicts<OfAccess> = {
  access_changed: {
    verdict: 'record',
    row: ({ by, staff, change, isAlone }) => ({
      ...plain,
      actor: byStaff(by),
      whom: staff,
      reason: isAlone === true ? `${codeOf(change)}_by_only_administrator` : codeOf(change),
      count: 'count' in change ? change.count : null,
    }),
  },
  access_proposed: {
    verdict: 'record',
    row: ({ by, staff, proposal, from, to }) => ({
      ...plain,
      actor: byStaff(by),
      whom: staff,
      subject: proposal,
      reason: codeBetween(from, to),
    }),
  },
  // Both people in one row: who proposed it, and who agreed.
  access_agreed: {
    verdict: 'record',
    row: ({ by, agreedBy, staff, from, to }) => ({
      ...plain,
      actor: byStaff(by),
      whom: staff,
      subject: agreedBy,
      reason: codeBetween(from, to),
    }),
  },
  recovery_proposed: ofProposal,
  recovery_agreed: ofBoth,
  leaving_proposed: ofProposal,
  leaving_agreed: ofBoth,
  access_proposal_ended: {
    verdict: 'record',
    row: ({ endedBy, staff, proposal, because }) => ({
      ...plain,
      actor: endedBy === null ? system : byStaff(endedBy),
      whom: staff,
      subject: proposal,
      reason: because,
    }),
  },
};
