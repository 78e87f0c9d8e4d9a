import type { AccessMatrix } from '@warmline/contracts';
import { withIsolatedTexts } from '../../shared/i18n/isolated';

type Action = AccessMatrix['people'][number]['actions'][number];

/** In the order of the columns. */
const actions: readonly (readonly [action: Action, title: string])[] = [
  ['take_chats', 'Take chats'],
  ['watch_chats', 'Watch chats'],
  ['decide_safety', 'Decide on safety'],
  ['review', 'Review and train'],
  ['look_back', 'Open History'],
  ['hold', 'Place holds'],
  ['export_audit', 'Export the audit log'],
  ['set_up', 'Set up the service'],
  ['invite', 'Invite people'],
  ['agree', 'Be the second person'],
];

export const matrixWords = withIsolatedTexts({
  title: 'Who may do what',
  lead: 'Everyone who is active. Their roles decide it, and a changed role takes two people.',
  loading: 'Loading who may do what',
  failed: 'We could not load who may do what. Try again.',
  person: 'Person',
  roles: 'Roles',
  may: 'Yes',
  mayNot: 'No',
  actions,
});
