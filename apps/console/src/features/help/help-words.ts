import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { min } from '../../shared/i18n/spans';

export const surgeRequestWords = withIsolatedTexts({
  strip: 'Request for extra capacity',
  asked: (name: string) => `${name} is asking: can you take one more?`,
  askedMore:
    'If you say yes, you may get one extra conversation with someone in danger. Your breaks and limits still apply. You don’t need a reason to say no.',
  yes: 'Yes, I can',
  no: 'Not now',
  thanks: 'Thank you. You may be offered one more.',
  fine: 'That’s fine. Thank you for telling us.',
});

export const helpWords = withIsolatedTexts({
  call: 'Call supervisor',
  callLong: 'Call supervisor. Hold, or press twice, if it is urgent.',
  callAbout: (name: string) => `Call supervisor about ${name}. Hold, or press twice, if it is urgent.`,
  urgent: 'Urgent',
  makeUrgent: 'Make it urgent',
  undo: 'Undo',
  takeBack: 'Withdraw',
  settled: 'Sorted, thanks',
  kept: 'This call cannot be withdrawn: what you recorded asks for a supervisor. It stays until one has answered.',
  again: 'Call again',
  strip: 'Your call for help',
  sending: 'Calling a supervisor…',
  notSent:
    'Not called yet: there is no connection. The call goes out when the connection is back. Until then, phone your service.',
  called: 'Your supervisors can see your call and can read along. Keep going.',
  calledUrgent:
    'You have called your supervisors urgently. Stay with the person and keep writing. You don’t have to decide alone.',
  calledByFacts:
    'Your supervisors have been called automatically, because of what is in the safety record. The call stays until one has answered. Stay with the person and keep writing. You don’t have to decide alone.',
  nobodyHereByFacts:
    'Your supervisors have been called automatically, because of what is in the safety record, but none is connected right now. Phone your service’s on-call number. If someone is in danger now, ask where they are and say why you ask.',
  nobodyHere:
    'No supervisor is connected right now. The first one to connect will see your call. Until then, phone your service’s on-call number. If someone is in danger now, ask where they are and say why you ask.',
  since: (minutes: number) => (minutes < 1 ? 'just now' : `${min(minutes)} ago`),
  coming: (name: string) => `${name} is coming.`,
  there: (name: string) => `${name} is with you and is reading along.`,
  thereInPerson: (name: string) => `${name} has your call and will reach you.`,
  left: (name: string) => `${name} has stopped reading along.`,
  alert: 'Alerts',
  calls: (who: string) => `${who} calls for help`,
  callsUrgently: (who: string) => `${who} calls for help, urgently`,
  calledFor: (who: string) => `Automatic call for ${who}, urgent: the safety record asks for a supervisor`,
  more: (count: number) => (count === 1 ? '1 more call is waiting.' : `${count} more calls are waiting.`),
  come: 'I’m coming',
  comeTo: (who: string) => `I’m coming to ${who}`,
  said: (call: string) => `${call}. See the alert at the top of the page.`,
  taken: (first: string, who: string) => `${first} is already helping ${who}.`,
  reach: (who: string) =>
    `${who} did not call about a conversation. Contact them the way your service has agreed.`,
  unanswered: (count: number) =>
    count === 1
      ? '1 visitor has waited too long for a reply.'
      : `${count} visitors have waited too long for a reply.`,
  inDanger: (count: number, minutes: number) =>
    `${count === 1 ? 'Someone in danger is waiting and no one has taken the chat.' : `${count} people in danger are waiting and no one has taken their chats.`} Longest wait: ${minutes < 1 ? 'under 1 min' : min(minutes)}.`,
  silent: (responder: string, minutes: number, others: number) =>
    `Someone in danger has not answered ${responder} for ${min(minutes)}.${others === 0 ? '' : ` Nor ${others === 1 ? 'has 1 other' : `have ${others} others`}.`}`,
  seeSilent: 'See their chats',
  takeChat: 'Take this chat',
  chatTaken: 'Someone has taken this chat already.',
  turnOnSound: 'Turn on sound',
  askColleague: 'Ask a colleague',
  colleaguesAsked: (reached: number) =>
    reached === 0
      ? 'No one could be asked: no colleague is here who can take one more. Take the chat, or phone someone.'
      : `${reached === 1 ? '1 person was' : `${reached} people were`} asked. Take the chat if no one answers.`,
  everyoneAway: (waiting: number) =>
    waiting === 1
      ? 'Someone is waiting and no one is available. Ask colleagues, or take the chat.'
      : `${waiting} people are waiting and no one is available. Ask colleagues, or take a chat.`,
  missedOffers: (name: string) => `${name} missed two offers and is set to away.`,
  shiftOver: (name: string, visitor: string) =>
    `${name}’s shift is over and their chat with ${visitor} is still open.`,
  onCallFailing: (count: number) =>
    count === 1
      ? 'The last message to an on-call contact failed. Ask an administrator to check it in Set up.'
      : `The last messages to ${count} on-call contacts failed. Ask an administrator to check them in Set up.`,
  erasureLate:
    'Chats that should be erased are still kept. Tell the person who runs this server: the worker’s log says why.',
  logLate:
    'The audit log is more than 5 minutes late. Tell the person who runs this server: the worker may not be running.',
  look: 'Have a look',
  seeThem: 'See who is waiting',
  waitsFor: (name: string) => `Waits for a reply from ${name}`,
  waitsForReply: 'No reply',
  thisVisitor: 'This visitor',
  readWith: (name: string) => `Read along with ${name}`,
  title: 'Calls for help',
  lead: 'The first supervisor to press “I’m coming” takes the call. It opens the conversation to read, and the responder sees who is there.',
  who: 'Who is calling',
  visitor: 'About',
  visitorNone: 'No conversation',
  calledSince: 'Called',
  state: 'State',
  normal: 'Normal',
  automatic: 'Automatic call',
  stages: {
    called: 'No one yet',
    coming: (name: string) => `${name} is coming`,
    there: (name: string) => `${name} is there`,
    left: (name: string) => `${name} has left`,
  },
  open: 'Open',
  openOf: (who: string) => `Open the conversation of ${who}`,
  settle: 'Mark as resolved',
  settleOf: (who: string) => `Mark as resolved: the call of ${who}`,
  about: (name: string) => ` · ${name}`,
});
