/** What the page says to someone who has been silent, and of the time that is left. */
export const silenceWords = {
  label: 'Are you still there?',
  ask: 'Are you still there? No rush.',
  here: "I'm here",
  moreTime: 'I need more time',
  end: 'End chat',
  endAsk: 'End this chat? You can come back any time we are open.',
  endYes: 'End chat',
  endNo: 'Keep talking',
  asked_if_here: 'We asked if you are still there.',
  said_here: 'You said you are here.',
  wants_more_time: 'Take your time. We will not ask again for at least 15 minutes.',
  time_left_15: "We've about 15 minutes left. Is there anything you'd like to come back to before we finish?",
  time_left_5: "We've about 5 minutes left. Is there anything you'd like to come back to before we finish?",
  time_extended: 'We have 15 minutes more.',
};
