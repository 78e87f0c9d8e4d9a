import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { min } from '../../shared/i18n/spans';

export const conversationWords = withIsolatedTexts({
  desk: 'My desk',
  choose: 'Choose a conversation',
  chooseMore: 'Yours are on the left.',
  timeTold: 'The time is nearly over. You were both told.',
  addTime: 'Add 15 minutes',
  idle: 'You are not in a conversation',
  idlePractise: 'Practise a conversation',
  idleAvailable:
    'You are available. You will be offered someone when it is your turn. There is nothing you need to do until then.',
  idleCheckIn: 'Answer the question above first. Until then you are not offered conversations.',
  idleHeld: 'You are not being offered conversations right now. The message above says why.',
  idleAway: 'You are away. Choose “Available” above when you are ready.',
  open: (name: string) => `Conversation with ${name}`,
  length: (now: number) => `${now} of about 45 min`,
  lasted: (minutes: number) => `Lasted ${min(minutes)}`,
  lengthLong: (now: number) => `${now} min so far, usually about 45`,
  strips: 'About this conversation',
  stage: 'Where you are in the conversation',
  end: 'End',
  endLong: 'End the conversation',
  handOver: 'Hand over',
  side: 'Resources and starters',
  backToThread: 'Back to the conversation',
  away: (name: string) => `${name} is not connected right now. Messages wait for them.`,
  left: (name: string) =>
    `${name} left the page quickly and cannot come back to this conversation. End it now, or it will end automatically.`,
  leftInDanger: (name: string) =>
    `${name} left the page quickly and cannot come back to this conversation. Supervisors can see that they were in danger. Ask to end it when you have said what you know.`,
  noMoreReplies: (name: string) => `${name} can no longer read messages here, so you cannot send any.`,
  observed: (names: string) => `${names} is reading along.`,
  lost: 'This conversation is no longer with you.',
  lostMore:
    'Someone else is with them, or will be soon: they keep their place. You can still read the messages and copy your own. Nothing more is sent from here.',
  endedHere: 'This conversation has ended.',
  vanished: 'You did what you could. You won’t always know.',
  vanishedMore: 'Take the time you need before the wrap-up.',
  toWrapUp: 'Go to the wrap-up',
});

export const composerWords = withIsolatedTexts({
  label: (name: string) => `Write to ${name}`,
  placeholder: 'Write here. Type / for starters.',
  send: 'Send',
  hintEnter: 'Enter sends · Shift+Enter makes a new line',
  hint: (key: string) => `${key} sends · Enter makes a new line`,
  left: (count: number) => `${count} characters left`,
  over: (count: number) => `${count} characters too many. Split it into two messages.`,
  flags: {
    link: (what: string) => `${what} is not in your list of vetted resources.`,
    phone: (what: string) =>
      `${what} looks like a phone number that is not in your list of vetted resources.`,
    email: (what: string) => `${what} is an email address.`,
    starter: 'You have not changed this starter. Adding a few words of your own makes it warmer.',
    blank: (what: string) => `Fill in ${what}.`,
  },
  flagTitle: 'Check before you send',
  change: 'Edit',
  sendAnyway: 'Send anyway',
  starters: 'Starters',
  startersLoading: 'Loading the starters…',
  startersFound: (count: number) =>
    `${count === 1 ? '1 starter' : `${count} starters`}. Arrows choose, Enter takes one, Esc closes.`,
  noStarters: 'No starters match. Esc closes the list and keeps what you wrote.',
});

export const endWords = withIsolatedTexts({
  title: (name: string) => `End the conversation with ${name}?`,
  lead: 'They are told that it has ended and that they can come back. You cannot reopen it.',
  leadLeft: 'They left the page quickly and can no longer read here. You cannot reopen it.',
  reason: 'Why is it ending?',
  reasons: {
    responder_ended_agreed: 'We agreed to finish',
    time_limit_agreed: 'Our time was up, and we agreed',
    went_quiet: 'It went quiet',
    connection_lost: 'Their connection was lost',
    boundary: 'To keep a boundary',
  },
  unsent: 'A message you wrote has not been sent yet. Wait a moment, or it will not reach them.',
  draft: 'You have an unsent reply in the reply box.',
  confirm: 'End the conversation',
  ending: 'Ending…',
  keep: 'Keep the conversation',
  choose: 'Choose a reason.',
  questions: 'Ask them three short questions afterwards',
  questionsHint:
    'How they feel, and whether they felt listened to. People who were in danger are asked only if you choose it here.',
});
