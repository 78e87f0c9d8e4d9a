/** What the page says on arrival, and while the service does not take everyone. */
export const openingWords = {
  arrive: {
    title: 'Chat with someone',
    lead: "You'll be talking with a trained person, not a robot.",
    points: ["It's free.", "You don't have to give your name."],
    wait: "We can't say how long you might wait yet.",
    closes: (time: string) => `We close at ${time}.`,
    start: 'Start',
    checking: 'Checking that we are open.',
  },
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
  holiday: (name: string) => `Today is ${name}.`,
  /** Instead of a time of 00:00. */
  midnight: 'midnight',
  opens: (time: string) => `We open at ${time}.`,
  opensOn: (time: string, day: string) => `We open at ${time} on ${day}.`,
  /** An estimate: a full or half hour. */
  space: (time: string) => `We expect space around ${time}.`,
  later: "We can't say yet for how long. Try again later.",
  others: 'If you need someone now, these people are open.',
  urgent: {
    lead: "If you're not safe, tell us and we'll still take you.",
    start: "I'm not safe right now",
    unsure: "I'm not sure if I'm safe",
  },
  again: 'Check again',
  unreachable: {
    title: "Our chat isn't working at the moment",
    lead: 'This is our fault, or your connection is down. We keep trying. You can call someone else now.',
    again: 'Try now',
  },
  outdated: {
    title: 'This page is out of date',
    lead: 'Load it again. If you were in a chat, you may have to start a new one. We are sorry.',
    again: 'Load again',
  },
};
