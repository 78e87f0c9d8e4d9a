import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { min } from '../../shared/i18n/spans';

export const askToEndWords = withIsolatedTexts({
  title: (name: string) => `Ask to end the conversation with ${name}?`,
  lead: 'This person is in danger, so two people decide. Say goodbye before you ask: the conversation ends as soon as a supervisor agrees. They are told that it has ended and that they can come back.',
  leadLeft:
    'This person is in danger, so two people decide. They left the page and can no longer read here. Say what you know, so that a supervisor can decide what else to do.',
  nobodyHere:
    'No other supervisor is connected, and no one can end this alone. Stay with them, or hand the conversation over. Your question waits for the first supervisor who connects.',
  nobodyHereLeft:
    'No other supervisor is connected, and no one can end this alone. Your question waits for the first supervisor who connects.',
  why: 'Why now, in one line',
  whyHint: 'Only supervisors see this.',
  whyMissing: 'Say in one line why it can end, for example “Her sister is with her now”.',
  ask: 'Ask to end',
  asking: 'Asking…',
  asked: (minutes: number) =>
    `You asked to end this ${minutes < 1 ? 'just now' : `${min(minutes)} ago`}. Stay with them until a supervisor agrees.`,
  askedLeft: (minutes: number) =>
    `You asked to end this ${minutes < 1 ? 'just now' : `${min(minutes)} ago`}. It ends when a supervisor agrees.`,
  declined: (name: string) => `${name} says: not yet. `,
  aSupervisor: 'A supervisor',
  overtaken: 'The safety answer has changed since you asked to end this. Ask again if it can still end.',
  withdraw: 'Withdraw',
  askAgain: 'Ask again',
});
