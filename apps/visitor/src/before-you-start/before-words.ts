/** What the visitor is told and asked before the chat. */
export const beforeWords = {
  before: {
    title: 'Before you start',
    privateLead: 'What stays private',
    privateText: 'We keep what you say within our team. A supervisor may read along to help.',
    tellLead: 'We might have to tell someone if',
    tellText:
      "your life or someone else's is in danger, or a child or adult is being harmed. We'd talk with you first if we can.",
    knowLead: 'What we know about you',
    knowText: 'What you type and choose here, and when you were in the chat.',
    morePrivacy: 'More about privacy',
    privacy: [
      'Your words are stored locked, and only our service has the key.',
      'The person you talk with sees what you write here and what you choose before the chat.',
      'This page sets no cookies and asks no other company for anything.',
      'If something was not right, tell us in the chat, ask for a supervisor, or complain below. You never have to say who you are.',
    ],
    kept: (days: number) =>
      `We keep a chat for ${days} days, and up to 180 days more if we still have to deal with something in it. We keep it longer only if two of us agree that the law or someone's safety needs it. Then we delete it and destroy the key.`,
    ofCharity: (name: string) => `How ${name} looks after what you tell us`,
    moreSafety: 'Stay safe online',
    safety: [
      'Leave this page at any time with the button at the top, or press Shift three times.',
      "This won't clear your browser history. A private window keeps less of it.",
      'If someone may look at this phone or computer, press “Leave this page” when you finish.',
    ],
    deviceLead: 'On this phone or computer',
    deviceNothing:
      'This page stores nothing. If you close it or load it again, your chat is gone from here and you start a new one. Your browser asks first. “Leave this page” never asks.',
    deviceReload:
      'Your browser stores a key to this chat, so that you can load this page again. What you write is not stored. If you only close this tab, the key may stay on this phone or computer. “Leave this page” removes it, and so does ending the chat.',
    continue: 'Continue',
    back: 'Back',
  },
  safety: {
    title: 'Are you safe right now?',
    optional: 'You can skip this.',
    needed: "Tell us, and we'll put you in the queue straight away.",
    answers: {
      safe: "Yes, I'm safe",
      unsure: "I'm not sure",
      danger: "No, I'm in danger or I've hurt myself",
      unsaid: "I'd rather not say",
    },
    dangerNote: 'You can call now, and still chat with us here. We answer you first.',
    name: 'What can we call you?',
    nameHint: 'Any name, or leave it blank.',
    nameCut: (most: number) => `A name can have up to ${most} letters here. We left out the rest.`,
    continue: 'Continue',
    skip: 'Skip',
  },
  wishes: {
    title: 'Would you like someone who understands this?',
    hint: "You can leave this blank. We look for them first. If they're not free, we'll connect you with the first person who is.",
    held: (wish: string) => `We look first for someone who understands: ${wish}.`,
    relaxed: "No one who understands that is free right now. We'll connect you with the first person who is.",
  },
};
