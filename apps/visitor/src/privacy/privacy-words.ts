import type { VisitorDataKind } from '@warmline/vocabulary';

/** What visitors read about what is stored of them. One sentence for each kind of the data map, which the tests check. */
export const privacyWords = {
  privacy: {
    open: 'What we keep, and for how long',
    lead: 'This is everything we store about a chat. “Locked” means that only our service has the key.',
    kinds: {
      chat: 'What you and we write in the chat, and when. What is written is locked.',
      name: 'The name you choose, if you choose one. It is locked.',
      course:
        'When you came, waited and left, your language, whether you said you were safe, how soon you need an answer, and a random number that chats from one network share for an hour.',
      waiting: 'How long we said the wait would be, and how long it was.',
      connection: 'Whether your page was connected, and since when.',
      team: 'Who in our team answered, handed over or helped, and what they noted. Their notes are locked.',
      safety: 'What we learned and did so that you are safe. It is locked.',
      after: 'Your answers after the chat, if you give any. What you write there is locked.',
      complaint: 'What you tell us with the form for complaints, and our notes on it. Both are locked.',
      keeping: 'Whether two of us agreed to keep the chat longer or to delete it early, and why.',
    } satisfies Readonly<Record<VisitorDataKind, string>>,
    not: 'We do not store your internet address, your device, or where you are.',
    left: 'After that we keep counts, such as how many chats there were in an hour, and a record of who in our team did what, and when, with no words from the chat.',
    read: 'Only our team can read a chat. Each time someone opens one that has ended, we record who and why.',
  },
};
