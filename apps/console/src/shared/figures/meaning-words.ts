import { withIsolatedTexts } from '../i18n/isolated';

/** What each figure is called, and what it means: docs/spec/figures.md in words. */
export const meaningWords = withIsolatedTexts({
  titles: {
    waiting: 'Waiting now',
    longest: 'Longest wait now',
    answered: 'Answer rate',
    speed: 'Time to an answer',
    level: 'Service level',
    left: 'Left while waiting',
    promise: 'Wait estimate kept',
    length: 'Conversation length',
    replyGap: 'Reply gap',
    concurrency: 'Conversations at once',
    unfinished: 'Unfinished endings',
    handedOver: 'Handed over',
    occupancy: 'Occupancy',
    help: 'Help calls',
    helpNow: 'Calls for help now',
    loadNow: 'Occupancy now',
    breaks: 'Breaks kept',
    survey: 'What visitors said',
  },
  definitions: {
    waiting: 'People in the queue now, by answer order. People in a conversation do not count.',
    longest:
      'The longest wait of anyone in the queue now, by answer order. Its target is the one that the queue shows beside each person: 1, 3 and 10 minutes.',
    answered:
      'The share of people who got an answer. People who left within half a minute without a message do not count. Accepting is not an answer: a responder must have written. The reach rate counts everyone who tried, including people turned away, so closing never looks good.',
    speed:
      'The time from joining the queue to the first message of a responder, for everyone who got an answer.',
    level:
      'The share answered in time, by answer order: 1 minute for answer first, 5 for answer soon, 10 for standard. People who left after half a minute count as not answered in time. Shown from ten people, so that no one can be recognised.',
    left: 'The share of people who left the queue before anyone accepted. People who left within half a minute without a message do not count.',
    promise:
      'The share of waits that were no longer than the estimate people were told. People who left count with the wait they would have had.',
    length: 'The time from the first message of a responder to the end, for conversations that ended.',
    replyGap: 'The time from a visitor’s first unanswered message to the responder’s next message.',
    concurrency:
      'The time all conversations were open, divided by the time with at least one open, for everyone together.',
    unfinished:
      'The share of conversations that ended without a goodbye: the visitor went quiet, lost the connection or used the quick exit. Worth watching, without a target: a quick exit may be what kept someone safe.',
    handedOver: 'The share of answered conversations that were handed over.',
    occupancy:
      'The share of available capacity in use, never above 100 %. A standard conversation counts as one, answer first as two, an unfinished wrap-up as a half. Someone who holds more than their capacity, or is away and still holds a conversation, counts as full. Breaks do not count. A quiet day is no fault, so only too much is marked.',
    help: 'How many calls for help there were, and how long it took until a supervisor read along. A call that no one answered counts as long as it lasted. A call undone at once does not count. Shown from ten calls of a kind.',
    helpNow: 'Calls for help that no supervisor has answered yet.',
    loadNow:
      'The share of available capacity in use in the last half hour. Above 85 % it is too much for the people on shift.',
    breaks:
      'The share of breaks that began within 15 minutes of being due. A break is due after an hour with a conversation open, or sooner where the service says so. A break that is due as the shift ends does not count.',
    survey:
      'Whether visitors felt better and felt listened to, by their own answers. Shown from thirty answers.',
  },
  reachFew: (count: string) => `Reach rate: ${count}`,
  reach: (value: string, count: string) => `Reach rate ${value} (${count})`,
  lateBadly: (value: string) => `more than 5 min late: ${value}`,
  wholeTime: 'in the last hours',
  lastHalfHour: (value: string) => `last half hour ${value}`,
  overloaded: 'above 85 % for half an hour',
  inHalfHour: 'in the last half hour',
  helpOpen: (count: number, time: string) =>
    count === 1 ? `1 not answered for ${time}` : `${count} not answered, the oldest for ${time}`,
});
