/** What a door says that is not open to everyone. */
export const doorWords = {
  turnedAway: {
    closed: {
      title: "We're closed right now",
      lead: '',
    },
    closing_soon: {
      title: 'We close soon',
      lead: "There isn't enough time left for a new chat.",
    },
    at_capacity: {
      title: 'A lot of people need us right now',
      lead: "We can't take new chats for a bit.",
    },
    paused: {
      title: "Our chat isn't working at the moment",
      lead: 'This is our fault.',
    },
  },
  opens: (time: string) => `We open at ${time}.`,
  opensOn: (time: string, day: string) => `We open at ${time} on ${day}.`,
  /** An estimate: a full or half hour. */
  space: (time: string) => `We expect space around ${time}.`,
  later: "We can't say yet for how long. It's worth looking again later.",
  others: 'If you need someone now, these people are open.',
  urgent: {
    lead: "If you're not safe, tell us and we'll still take you.",
    start: "I'm not safe right now",
  },
  again: 'Check again',
  wishes: {
    title: 'Would you like someone who understands this?',
    hint: 'You can leave this blank. We look for them first; if nobody is free, it is whoever can be with you soonest.',
    held: (wish: string) => `We look first for someone who understands: ${wish}.`,
    relaxed: 'Nobody who understands that is free just now, so it will be whoever can be with you soonest.',
  },
};

/** How long it will be. */
export const waitWords = {
  /** By the minutes; 0 is more than an hour. */
  within: {
    0: 'It may take more than an hour – it may be best to call or text someone who is open now.',
    1: 'Someone will usually be with you in a moment.',
    2: 'Someone will usually be with you within 2 minutes.',
    5: 'Someone will usually be with you within 5 minutes.',
    10: 'Someone will usually be with you within 10 minutes.',
    15: 'Someone will usually be with you within 15 minutes.',
    20: 'Someone will usually be with you within 20 minutes.',
    30: 'Someone will usually be with you within 30 minutes.',
    45: 'Someone will usually be with you within 45 minutes.',
    60: 'Someone will usually be with you within an hour.',
  },
  sorry: "This is taking longer than we said. We're sorry. You still have your place.",
  late: {
    0: 'It may take more than another hour – it may be best to call or text someone who is open now.',
    1: 'It should now be only a moment more.',
    2: 'It should now be within 2 more minutes.',
    5: 'It should now be within 5 more minutes.',
    10: 'It should now be within 10 more minutes.',
    15: 'It should now be within 15 more minutes.',
    20: 'It should now be within 20 more minutes.',
    30: 'It should now be within 30 more minutes.',
    45: 'It should now be within 45 more minutes.',
    60: 'It should now be within one more hour.',
  },
  nobody_on: 'Nobody is here who can answer you right now.',
  nobodyMore: "We're sorry. We keep your place, and we tell you here as soon as somebody is back.",
  /** Said before the new wait, when somebody is back. */
  back: 'Somebody is here again.',
  open: 'Others who listen, and are open now',
};
