import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { min } from '../../shared/i18n/spans';

export const conversationWords = withIsolatedTexts({
  choose: 'Choose a conversation',
  chooseMore: 'Yours are on the left.',
  idle: 'You are not in a conversation',
  idleAvailable:
    'You are available. Someone will be offered to you when it is your turn. There is nothing you need to do until then.',
  idleCheckIn: 'Say above how you are today. Until then nobody is offered to you.',
  idleHeld: 'Nobody is offered to you just now. The line above says why, and what happens next.',
  idleAway: 'You are away. Choose “Available” above when you are ready to talk with someone.',
  open: (name: string) => `Conversation with ${name}`,
  length: (now: number) => `${now} of about 45 min`,
  lasted: (minutes: number) => `Lasted ${min(minutes)}`,
  lengthLong: (now: number) => `${now} min so far; usually about 45`,
  stage: 'Where you are in the conversation',
  stageHint: 'Only for you; nobody else sees it.',
  end: 'End',
  endLong: 'End the conversation',
  handOver: 'Hand over',
  side: 'Resources and starters',
  backToThread: 'Back to the conversation',
  away: (name: string) => `${name} is not connected right now. Messages wait for them.`,
  left: (name: string) =>
    `${name} left the page quickly and cannot come back to this conversation. You can end it, or it ends by itself.`,
  observed: (names: string) => `${names} is reading along.`,
  lost: 'This conversation is not with you any more.',
  lostMore:
    'Someone else is with them, or is being found for them: they keep their place. You can still read what was written and copy your own words. Nothing more is sent from here.',
  endedHere: 'This conversation has ended.',
  vanished: 'You did what you could. You won’t always know.',
  vanishedMore: 'Take the time you need before the wrap-up.',
  toWrapUp: 'Go to the wrap-up',
});

export const composerWords = withIsolatedTexts({
  label: (name: string) => `Write to ${name}`,
  placeholder: 'Write here. Type / for starters.',
  send: 'Send',
  hint: (key: string) => `${key} sends · Enter makes a new line`,
  left: (count: number) => `${count} characters left`,
  over: (count: number) => `${count} characters too many. Split it in two messages.`,
  flags: {
    link: (what: string) => `${what} is not in your list of vetted resources.`,
    phone: (what: string) =>
      `${what} looks like a phone number that is not in your list of vetted resources.`,
    email: (what: string) => `${what} is an email address.`,
    starter: 'This is a starter as it came. A few words of your own make it warmer.',
    blank: (what: string) => `${what} is still to fill in.`,
  },
  flagTitle: 'Before it goes out',
  change: 'Change it',
  sendAnyway: 'Send it as it is',
  starters: 'Starters',
  searchStarters: 'Search starters',
  noStarters: 'No starter has these words.',
});

export const endWords = withIsolatedTexts({
  title: (name: string) => `End the conversation with ${name}?`,
  lead: 'They are told kindly that it has ended and can come back. You cannot reopen it.',
  reason: 'Why is it ending?',
  reasons: {
    responder_ended_agreed: 'We agreed to finish',
    time_limit_agreed: 'Our time was over, and we agreed',
    went_quiet: 'It went quiet',
    connection_lost: 'Their connection was lost',
    boundary: 'To keep a boundary',
  },
  unsent: 'Something you wrote has not arrived yet. Wait a moment, or it will not reach them.',
  draft: 'You still have words in the reply box that are not sent.',
  confirm: 'End the conversation',
  ending: 'Ending…',
  keep: 'Keep talking',
  choose: 'Choose a reason first.',
});
