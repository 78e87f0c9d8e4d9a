import type { IdentityEvent, RefusalEvent, SessionEnd } from '@warmline/identity';
import type { OpeningEvent } from '@warmline/opening';
import type { TriageEvent } from '@warmline/routing';
import { storedListName, type SetupChanged, type SetupEvent, type SetupUndone } from '@warmline/setup';
import type { SupervisionEvent, WellbeingEvent } from '@warmline/wellbeing';
import { accessVerdicts } from './access-verdicts';
import { actorOf, byStaff, plain, system, type Verdicts } from './verdict';

type OfStaff =
  IdentityEvent | RefusalEvent | WellbeingEvent | TriageEvent | SupervisionEvent | OpeningEvent | SetupEvent;

/** What a member of staff did, where there is no more to say. */
const ofOneself = {
  verdict: 'record',
  row: ({ staff }: { readonly staff: string }) => ({ ...plain, actor: byStaff(staff) }),
} as const;

const ofWallLink = {
  verdict: 'record',
  row: ({ by, link }: { readonly by: string; readonly link: string }) => ({
    ...plain,
    actor: byStaff(by),
    subject: link,
  }),
} as const;

/** Which list, never its rows: they are stored beside it. */
const ofSave = {
  verdict: 'record',
  row: ({ staff, list, change }: SetupChanged | SetupUndone) => ({
    ...plain,
    actor: byStaff(staff),
    subject: change,
    reason: storedListName(list),
  }),
} as const;

const ofSwap = {
  verdict: 'record',
  row: ({ staff, whom, swap }: { readonly staff: string; readonly whom: string; readonly swap: string }) => ({
    ...plain,
    actor: byStaff(staff),
    whom,
    subject: swap,
  }),
} as const;

/** What was refused, by which gateway, and how often. Never whom: one row may stand for many strangers. */
const refusals = {
  verdict: 'record',
  row: ({ gateway, refusal, count }: RefusalEvent) => ({
    ...plain,
    actor: system,
    subject: gateway,
    reason: refusal,
    count,
  }),
} as const;

/** Whether the person did it, by signing out or in. */
const isOwnEnd = (because: SessionEnd): boolean =>
  because === 'chosen' || because === 'replaced' || because === 'too_many';

/** Verdicts on what staff do with their working day, the queue, the opening and the setup. */
export const staffVerdicts: Verdicts<OfStaff['type'] | 'availability_changed'> = {
  availability_changed: {
    verdict: 'record',
    row: ({ staff, availability, because }) => ({
      ...plain,
      actor: because === 'missed_offers' ? system : byStaff(staff),
      whom: because === 'missed_offers' ? staff : null,
      reason: because === 'missed_offers' ? because : availability,
    }),
  },
  checked_in: {
    verdict: 'record',
    row: ({ staff, shift, checkIn }) => ({
      ...plain,
      actor: byStaff(staff),
      subject: shift,
      reason: checkIn,
    }),
  },
  checked_out: {
    verdict: 'record',
    row: ({ staff, shift }) => ({ ...plain, actor: byStaff(staff), subject: shift }),
  },
  break_began: {
    verdict: 'record',
    row: ({ staff, why }) => ({ ...plain, actor: system, whom: staff, reason: why }),
  },
  break_wanted: ofOneself,
  break_delayed: ofOneself,
  break_ended: ofOneself,
  rest_extended: ofOneself,
  contact_wanted: ofOneself,
  swap_asked: ofSwap,
  swap_agreed: ofSwap,
  swap_declined: ofSwap,
  swap_withdrawn: ofSwap,
  // Which topic is theirs alone.
  topic_muted: {
    verdict: 'record',
    row: ({ staff, shift }) => ({ ...plain, actor: byStaff(staff), subject: shift }),
  },
  // Never by which words: with the list of words, that would tell what the visitor wrote.
  band_changed: {
    verdict: 'record',
    row: ({ conversation, by, to, reason }) => ({
      ...plain,
      actor: by === null ? system : byStaff(by),
      conversation,
      reason: reason === null ? `band_${to}` : `band_${to}_${reason}`,
    }),
  },
  capacity_set: {
    verdict: 'record',
    row: ({ by, staff, capacity }) => ({
      ...plain,
      actor: byStaff(by),
      whom: staff,
      reason: `capacity_${capacity}`,
    }),
  },
  break_called: {
    verdict: 'record',
    row: ({ by, staff }) => ({ ...plain, actor: byStaff(by), whom: staff }),
  },
  shift_closed: {
    verdict: 'record',
    row: ({ by, staff }) => ({ ...plain, actor: byStaff(by), whom: staff }),
  },
  hours_allowed: {
    verdict: 'record',
    row: ({ by, staff, reason }) => ({ ...plain, actor: byStaff(by), whom: staff, reason }),
  },
  contact_made: {
    verdict: 'record',
    row: ({ by, staff }) => ({ ...plain, actor: byStaff(by), whom: staff }),
  },
  waiting_told: {
    verdict: 'record',
    row: ({ by, conversation, notice }) => ({ ...plain, actor: byStaff(by), conversation, reason: notice }),
  },
  supervisors_called: {
    verdict: 'record',
    row: ({ conversation }) => ({ ...plain, actor: system, conversation }),
  },
  setup_changed: ofSave,
  setup_undone: ofSave,
  service_exported: ofOneself,
  service_imported: {
    verdict: 'record',
    row: ({ staff, count }) => ({ ...plain, actor: byStaff(staff), count: count === 0 ? null : count }),
  },
  list_exported: {
    verdict: 'record',
    row: ({ staff, list }) => ({ ...plain, actor: byStaff(staff), reason: storedListName(list) }),
  },
  audit_exported: ofOneself,
  ...accessVerdicts,
  sign_ins_failed: refusals,
  requests_refused: refusals,
  limits_reached: refusals,
  door_set: {
    verdict: 'record',
    row: ({ setting, reason, by }) => ({ ...plain, actor: actorOf(by), reason: `${setting}_${reason}` }),
  },
  door_kept_open: {
    verdict: 'record',
    row: ({ by }) => ({ ...plain, actor: byStaff(by) }),
  },
  setup_link_made: { verdict: 'record', row: () => ({ ...plain, actor: system }) },
  wall_link_made: ofWallLink,
  wall_link_revoked: ofWallLink,
  administrator_set_up: ofOneself,
  names_changed: ofOneself,
  password_changed: ofOneself,
  invite_made: {
    verdict: 'record',
    row: ({ by, staff }) => ({ ...plain, actor: byStaff(by), whom: staff }),
  },
  invite_revoked: {
    verdict: 'record',
    row: ({ by, staff }) => ({ ...plain, actor: byStaff(by), whom: staff }),
  },
  invite_mailed: {
    verdict: 'record',
    row: ({ by, staff, result }) => ({ ...plain, actor: byStaff(by), whom: staff, reason: result }),
  },
  person_left: {
    verdict: 'record',
    row: ({ staff, because }) => ({ ...plain, actor: system, whom: staff, reason: because }),
  },
  invite_used: ofOneself,
  authenticator_added: ofOneself,
  passkey_added: ofOneself,
  passkey_removed: ofOneself,
  identity_provider_linked: ofOneself,
  identity_provider_unlinked: ofOneself,
  account_asked: ofOneself,
  recovery_codes_made: ofOneself,
  recovery_code_used: {
    verdict: 'record',
    row: ({ staff, left }) => ({ ...plain, actor: byStaff(staff), reason: `codes_left_${left}` }),
  },
  signed_in: {
    verdict: 'record',
    row: ({ staff, session, proof }) => ({
      ...plain,
      actor: byStaff(staff),
      subject: session,
      reason: proof,
    }),
  },
  // A session that ended by itself was ended by the system; another row says who changed a role.
  signed_out: {
    verdict: 'record',
    row: ({ staff, session, because }) => ({
      ...plain,
      actor: isOwnEnd(because) ? byStaff(staff) : system,
      whom: isOwnEnd(because) ? null : staff,
      subject: session,
      reason: because,
    }),
  },
};
