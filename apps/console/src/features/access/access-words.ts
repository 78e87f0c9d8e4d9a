import { withIsolatedTexts } from '../../shared/i18n/isolated';

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
  signedOut: (name: string) => `When you agree, ${name} is signed out everywhere and signs in again.`,
  yours: 'You proposed this, so a colleague has to agree: another administrator or a supervisor.',
  aboutYou: 'This is about you, so two colleagues decide.',
  agree: 'Agree',
  agreeOf: (name: string) => `Agree to the change for ${name}`,
  agreeAnyway: 'Agree anyway',
  decline: 'Decline',
  declineOf: (name: string) => `Decline the change for ${name}`,
  withdraw: 'Withdraw',
  withdrawOf: (name: string) => `Withdraw the change for ${name}`,
  notDone: 'That did not work. Nothing has changed. Try again in a moment.',
  agreed: (name: string) => `${name} has the new access now.`,
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
