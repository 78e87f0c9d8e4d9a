const times = (count: number, one: string, many: string): string => (count === 1 ? one : `${count} ${many}`);

export const minutes = (count: number): string =>
  count < 1 ? 'less than a minute' : times(count, '1 minute', 'minutes');
export const min = (count: number): string => (count < 1 ? 'under 1 min' : `${count} min`);

export const bandWords = {
  1: 'Answer first',
  2: 'Answer soon',
  3: 'Standard',
} as const;

export const offerWords = {
  title: 'Offer',
  someone: 'Someone would like to talk',
  announce: (band: string, waited: string) =>
    `An offer: ${band}, waited ${waited}. Alt A accepts, Alt D declines.`,
  announceElsewhere: (band: string, waited: string) =>
    `An offer: ${band}, waited ${waited}. It is on your desk.`,
  see: 'See the offer',
  pageTitle: 'Someone is waiting',
  band: 'Answer order',
  language: 'Language',
  waited: 'Waited',
  sent: 'Written so far',
  sentSome: (count: number) => times(count, '1 message', 'messages'),
  sentNone: 'Nothing yet',
  accept: 'Accept',
  accepting: 'Accepting…',
  decline: 'Decline',
  timeLeft: 'Time to answer',
  plenty: 'There is time to think.',
  half: 'About half a minute left.',
  soon: 'A few seconds left.',
  over: 'It is moving on now.',
  noReason: 'Declining needs no reason, and the person keeps their place.',
  none: 'No offer right now.',
  noneAvailable:
    'When someone is there for you, it shows here. Nothing moves you away from what you are doing.',
  noneAway: 'You are away, so nothing is offered to you.',
  noneFull: 'You have as many conversations as you can hold.',
  noneWrapUp: 'A wrap-up takes half a place. Once yours is finished you can be offered someone again.',
  fate: {
    taken: 'Someone else is already with this person. They are looked after.',
    expired: 'The time to answer ran out. The person keeps their place and is offered to someone else.',
    moved_on:
      'That offer has moved on: its time was over, or the person left the queue. There is nothing you need to do.',
    at_capacity: 'You have as many conversations as you can hold, so this one went to someone else.',
    unknown: 'No answer came back. If the conversation is yours, it shows here in a moment.',
    unavailable:
      'The service could not answer. Try again in a moment; the offer stands until its time is over.',
  },
} as const;

export const caseloadWords = {
  title: 'Mine',
  none: 'No conversations',
  noneMore: 'Yours show here once you accept an offer.',
  wrapUps: 'Wrap-ups to finish',
  talking: 'Talking',
  away: 'Not connected right now',
  ended: 'Ended',
  lost: 'Not with you any more',
  for: (count: number) => min(count),
  unread: (count: number) => times(count, '1 new message', 'new messages'),
  quiet: (count: number) => `Quiet ${min(count)}`,
  waits: (count: number) => `Waiting ${count} min for a reply`,
  observed: (names: string) => `${names} is reading along`,
  unsent: 'Not sent',
  unsentWhy:
    'Written before this page was loaded again. The conversation is with somebody else now, so this was not sent.',
  shortcut: (place: number) => `Alt ${place}`,
} as const;

export const conversationWords = {
  unnamed: 'Visitor',
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
  stages: {
    connect: 'Connect',
    understand: 'Understand',
    safety: 'Safety',
    what_next: 'What next',
    close: 'Close',
  },
  stageHint: 'Only for you; nobody else sees it.',
  end: 'End',
  endLong: 'End the conversation',
  handOver: 'Hand over',
  side: 'Resources and starters',
  back: 'My conversations',
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
} as const;

export const threadWords = {
  label: (name: string) => `Messages with ${name}`,
  you: 'You',
  earlier: (count: number) => `Show earlier (${count} more)`,
  empty: 'Nothing is written yet.',
  loading: 'Loading the conversation…',
  times: 'Show times',
  sending: 'Sending…',
  notSentYet: 'Not sent yet. It goes by itself once we are connected.',
  refused: 'Not sent.',
  refusedStale: 'This conversation is with somebody else now. Your text was not sent.',
  sent: 'Sent',
  seen: 'Seen',
  retry: 'Send again',
  discard: 'Do not send',
  copy: 'Copy',
  copied: 'Copied',
  typing: (name: string) => `${name} is writing…`,
  newest: 'Newest messages',
  said: (name: string, body: string) => `${name}: ${body}`,
  started: 'The conversation started',
  joined: (name: string) => `${name} joined`,
  requeued: (name: string) =>
    `${name}’s line broke. The visitor went back to the queue and kept their place.`,
  mustLeave: (name: string) => `${name} has to finish`,
  left: (name: string) => `${name} has left`,
  visitorLeft: 'The visitor left quickly',
  told: {
    told_wait_longer: 'Everyone waiting was told: it takes longer today, and they keep their place',
    told_still_here: 'Everyone waiting was told: they are not forgotten',
    told_other_help: 'Everyone waiting was told where else to find help now',
  },
  endings: {
    visitor_ended: 'The visitor ended the conversation',
    responder_ended_agreed: 'Ended, as agreed together',
    time_limit_agreed: 'Ended, the time was over',
    went_quiet: 'Ended, it went quiet',
    connection_lost: 'Ended, the connection was lost',
    left_waiting: 'The visitor left while waiting',
    turned_away: 'Told before closing that nobody would reach them in time',
    nobody_on: 'Told that nobody was on who could answer',
    quick_exit: 'The visitor left quickly',
    safety_action: 'Ended by a safety action',
    service_stopped: 'Ended, the service stopped',
    boundary: 'Ended to keep a boundary',
  },
} as const;

export const composerWords = {
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
} as const;

export const endWords = {
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
} as const;
