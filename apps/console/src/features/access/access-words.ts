import type { Refusal } from '@warmline/vocabulary';
import { withIsolatedTexts } from '../../shared/i18n/isolated';

/** Why nobody is recovered. */
const REFUSED: Readonly<Partial<Record<Refusal, string>>> = {
  not_found: 'There is no active account with this sign-in name.',
  not_yourself: 'Ask two colleagues to recover your own account.',
  not_due: 'No one has opened this account yet. An administrator can make a new link on the page Accounts.',
};

export const accessWords = withIsolatedTexts({
  title: 'Waiting for a second person',
  lead: 'Roles, new administrators and administrators who are deactivated take two people: one proposes, another agrees within 72 hours. Until then nothing changes.',
  loading: 'Loading what waits',
  failed: 'We could not load what waits. Try again.',
  nothing: 'Nothing is waiting',
  nothingMore: 'A change that needs a second person appears here, and above every page.',
  from: (was: string, becomes: string) => `${was} → ${becomes}`,
  becomes: (was: string, becomes: string) => `From ${was} to ${becomes}`,
  account: { true: 'active', false: 'not active' },
  proposed: (by: string, at: string, until: string) => `${by} proposed this on ${at}. It ends on ${until}.`,
  whenAgreed: {
    access: (name: string) => `When you agree, ${name} is signed out everywhere and signs in again.`,
    recovery: (name: string) =>
      `Speak with ${name} first. When you agree, nothing they signed in with before works, and you get a link for them.`,
    leaving: (name: string) =>
      `When you agree, ${name} is an alias everywhere, and their training, shifts and sign-in are deleted. That cannot be undone.`,
  },
  yours: 'You proposed this, so a colleague has to agree: another administrator or a supervisor.',
  aboutYou: 'This is about you, so two colleagues decide.',
  gaveLink: (by: string) =>
    `You decided about a link for ${by} in the 72 hours before, so someone else has to agree.`,
  agree: 'Agree',
  agreeOf: (name: string) => `Agree to the change for ${name}`,
  agreeAnyway: 'Agree anyway',
  decline: 'Decline',
  declineOf: (name: string) => `Decline the change for ${name}`,
  withdraw: 'Withdraw',
  withdrawOf: (name: string) => `Withdraw the change for ${name}`,
  leaving: 'Their name becomes an alias, and their record is deleted',
  notDone: 'That did not work. Nothing has changed. Try again in a moment.',
  agreed: {
    access: (name: string) => `${name} has the new access now.`,
    recovery: (name: string) => `${name} can open their account again with the new link.`,
    leaving: () => 'The person has left. Their name is an alias now.',
  },
  lately: 'Agreed in the last 72 hours',
  person: 'Person',
  what: 'What changed',
  by: 'By',
  byBoth: (one: string, other: string) => `${one} and ${other}`,
  at: 'When',
  recovery: {
    open: 'Recover an account',
    title: 'Recover an account',
    lead: 'For someone who has lost their password, or their phone and every recovery code. A second person has to agree within 72 hours. Then everything they signed in with ends, and there is a link for a new password.',
    check: 'Call them on a number you already have, so that you know it is them.',
    name: 'Their sign-in name',
    nameMissing: 'Enter their sign-in name.',
    propose: 'Ask a second person',
    what: 'New link, because everything they sign in with is lost',
    refused: REFUSED,
    made: 'Pass this link on',
    madeLead: 'It works once, for 72 hours. We show it this once. Give it to them in person or by phone.',
    passedOn: 'I have passed it on',
  },
  inConversationTitle: 'They are in a conversation',
  inConversation: ({
    name,
    visitors,
    inDanger,
  }: {
    readonly name: string;
    readonly visitors: number;
    readonly inDanger: number;
  }) =>
    `${name} is talking with ${visitors === 1 ? 'a visitor' : `${visitors} visitors`}${
      inDanger === 0 ? '' : `, ${inDanger === 1 ? 'one' : inDanger} of them in danger`
    }. They would be signed out, and their visitors go back to the front of the queue.`,
  alert: (count: number) =>
    count === 1
      ? 'A change of access waits for a second person.'
      : `${count} changes of access wait for a second person.`,
  look: 'Look at it',
});
