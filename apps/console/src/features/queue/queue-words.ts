import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { lackName, obstacleWords } from '../../shared/i18n/obstacle-words';
import { min } from '../../shared/i18n/spans';

export const queueWords = withIsolatedTexts({
  title: 'Queue',
  loading: 'Loading the queue…',
  obstacle: obstacleWords,
  module: lackName,
  lead: 'The next person to be answered comes first. If you ask someone by name, their limits still apply.',
  target: (minutes: number) => `within ${min(minutes)}`,
  pastTarget: 'past the target',
  because: {
    safety_answer: 'by their own answer',
    words: 'by what they wrote',
    responder_lost: 'lost their responder',
    person: 'set by a supervisor',
  },
  /** Why someone does not have the first rank yet. */
  hold: {
    unseen:
      'Has not written, and their page was open for less than 30 seconds. Waits like “standard” until one of these changes.',
    silent: (minutes: number) =>
      `Has not written yet. People in danger who came up to ${min(minutes)} after them and wrote go first.`,
    unproven:
      'Came in a rush of chats, and their page has not finished its check. Until it has, they wait like “answer soon”, even if they write.',
    set_aside: 'Set aside as part of a flood. Not offered unless they write.',
  },
  loweredBy: (name: string, reason: string) => `Moved later by ${name}: ${reason}`,
  lowering: {
    said_otherwise: 'they said since that they are safer',
    set_by_mistake: 'it was set by mistake',
    misunderstood_words: 'their words meant something else',
  },
  why: 'Offer status',
  whyCount: (count: number, reason: string) => `${count} ${reason}`,
  askedNow: (name: string) => `${name} is being asked`,
  soon: 'within the target',
  anyMoment: 'goes to the next free person',
  nobodyOn: 'no one is on shift',
  notOffered: 'not offered',
  called: 'Someone in danger is waiting and no one can take them. Take the conversation or ask a colleague.',
  takeNext: 'Take the next person',
  takeFirst: 'Take the most urgent',
  take: 'Take this conversation',
  takenNone: 'No one with an open page is waiting.',
  tell: 'Tell everyone waiting',
  tellTitle: 'Tell everyone waiting',
  tellLead:
    'Each person sees it in their chat, in their language. You can send the same message again after ten minutes.',
  tellWhat: 'Message',
  tellChoose: 'Choose a message.',
  telling: 'Telling…',
  told: (count: number) => (count === 1 ? '1 person was told.' : `${count} people were told.`),
  notices: {
    told_wait_longer: 'It is taking longer than usual today. You keep your place.',
    told_still_here: 'You are not forgotten. Someone will be with you as soon as they can.',
    told_other_help: 'If you would rather not wait, there are other places you can turn to now.',
  },
  bandTo: (band: string) => `Change to: ${band}`,
  liftHold: 'Answer first now',
  liftHoldHint: 'Waits for no further check. We record it.',
  bandHint: { up: 'Answered sooner.', down: 'Answered later. Needs a reason.' },
  lowerTitle: 'Answer later than before?',
  lowerLead: (band: string) => `They change to: ${band}. Every supervisor sees your name and the reason.`,
  lowerWhy: 'Reason (recorded)',
  lowerChoose: 'Choose a reason.',
  lower: 'Change',
  lowering_: 'Changing…',
  ask: 'Ask someone by name',
  askHint: 'They can still decline.',
  read: 'Read what they wrote',
  readHint: 'We record it.',
  askTitle: 'Who do you want to ask?',
  askLead: 'We ask them at once, instead of the person being asked now. Their limits still apply.',
  askWho: 'People on shift',
  askChoose: 'Choose a person.',
  askIt: 'Ask',
  asking: 'Asking…',
  mayBeAsked: 'can be asked',
  above: 'Above capacity: they agreed to one extra conversation in this shift',
  notAsked: (name: string, why: string) => `${name} cannot be asked right now: ${why}.`,
  asked: (name: string) => `${name} is being asked.`,
});

export const surgeRequestWords = withIsolatedTexts({
  requestSurge: 'Ask all responders to take one more',
  askedBy: (name: string, minutes: number) =>
    minutes < 1
      ? `${name} asked all responders just now.`
      : `${name} asked all responders ${min(minutes)} ago.`,
  nobodyYet: 'No one has said yes yet.',
  can: (names: string) => `Can take one more: ${names}.`,
  others: (cannot: number, open: number) =>
    `${cannot} said not now. ${open} ${open === 1 ? 'person has' : 'people have'} not answered yet.`,
});
