import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { min } from '../../shared/i18n/spans';

export const surgeRequestWords = withIsolatedTexts({
  strip: 'A question to everyone',
  asked: (name: string) => `${name} asks everyone: can you take one more?`,
  askedMore:
    'Yes makes you available, also above your room for somebody to be answered first. Breaks and limits stay. No needs no reason.',
  yes: 'Yes, I can',
  no: 'Not now',
  thanks: 'Thank you. You can be asked.',
  fine: 'That is fine. Thank you for saying so.',
});

export const helpWords = withIsolatedTexts({
  call: 'Call supervisor',
  callLong: 'Call a supervisor. Hold, or press twice, if it is urgent.',
  callAbout: (name: string) => `Call a supervisor about ${name}. Hold, or press twice, if it is urgent.`,
  urgent: 'Urgent',
  makeUrgent: 'Make it urgent',
  undo: 'Undo',
  takeBack: 'Take it back',
  settled: 'That is settled',
  again: 'Call again',
  strip: 'Your call for help',
  sending: 'Calling a supervisor…',
  notSent:
    'Not called yet: there is no connection. The call goes out by itself once there is. Until then use the phone of your service.',
  called: 'A supervisor is called. Go on as you are; they see who calls and can read along.',
  calledUrgent:
    'A supervisor is called, urgently. Stay with the person and go on writing. You do not have to decide alone.',
  nobodyHere:
    'No supervisor is connected right now. Your call stays, and rings with the first who comes. Until then phone the on-call number of your service; if somebody is in danger now, ask where they are and say why you ask.',
  since: (minutes: number) => (minutes < 1 ? 'just now' : `${min(minutes)} ago`),
  coming: (name: string) => `${name} is coming.`,
  there: (name: string) => `${name} is with you and reads along.`,
  thereInPerson: (name: string) => `${name} has your call and will reach you.`,
  left: (name: string) => `${name} was with you and does not read along any more.`,
  alert: 'A colleague calls',
  calls: (who: string) => `${who} calls for help`,
  callsUrgently: (who: string) => `${who} calls for help, urgently`,
  more: (count: number) => (count === 1 ? 'One more call waits.' : `${count} more calls wait.`),
  come: 'I’m coming',
  comeTo: (who: string) => `I’m coming to ${who}`,
  said: (who: string, isUrgent: boolean) =>
    `${who} calls for help${isUrgent ? ', urgently' : ''}. It stands above the page.`,
  taken: (first: string, who: string) => `${first} is on the way to ${who} already.`,
  reach: (who: string) =>
    `${who} called about no conversation. Reach them the way your service has agreed on.`,
  unanswered: (count: number) =>
    count === 1
      ? 'A visitor has waited 5 minutes for a reply.'
      : `${count} visitors have waited 5 minutes for a reply.`,
  seeThem: 'See who',
  waitsFor: (name: string) => `Waits for a reply from ${name}`,
  waitsForReply: 'No reply',
  thisVisitor: 'This visitor',
  readWith: (name: string) => `Read along with ${name}`,
  title: 'Calls for help',
  lead: 'Whoever says “I’m coming” first goes. It opens the conversation to read along; the responder sees who is there.',
  who: 'Who calls',
  visitor: 'About',
  visitorNone: 'No conversation',
  calledFor: 'Called',
  state: 'State',
  normal: 'Normal',
  stages: {
    called: 'Nobody yet',
    coming: (name: string) => `${name} is coming`,
    there: (name: string) => `${name} is there`,
    left: (name: string) => `${name} has left`,
  },
  open: 'Open it',
  openOf: (who: string) => `Open the conversation of ${who}`,
  settle: 'Settled',
  settleOf: (who: string) => `The call of ${who} is settled`,
  about: (name: string) => (name === '' ? '' : ` · ${name}`),
});
