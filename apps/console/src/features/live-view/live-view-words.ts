import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { min } from '../../shared/i18n/spans';
import { whom } from '../../shared/i18n/visitor-name';

export const liveViewWords = withIsolatedTexts({
  title: 'Live view',
  loading: 'Loading the live view…',
  noOneFree:
    'People are waiting and no one is free. Ask someone who is away, or take a conversation yourself.',
  unreadable: (count: number) =>
    `${count === 1 ? '1 stored text' : `${count} stored texts`} could not be opened in the last 24 hours. Tell the person who runs this server.`,
  offered: 'Offered to',
  notOffered: 'No one',
  messages: 'Messages',
  readWaiting: (time: string) => `Read what the person waiting ${time} wrote`,
  running: 'Conversations',
  runningNone: 'No conversations right now',
  runningNoneMore: 'Conversations appear here when someone accepts an offer.',
  responder: 'Responder',
  length: 'Length',
  pace: 'Pace',
  observers: 'Reading along',
  nobody: 'No one',
  steady: 'Active',
  waitsReply: (count: number) => `Waiting ${count} min for a reply`,
  quiet: (count: number) => `Quiet ${min(count)}`,
  visitorAway: 'Visitor not connected',
  people: 'People',
  role: 'Role',
  load: 'Conversations',
  loadOf: (open: number, capacity: number) => `${open} of ${capacity}`,
  wrapUps: 'Wrap-ups to finish',
  askTitle: 'Read along?',
  askLead: (responder: string) =>
    `We record that you opened this conversation, and ${responder} sees that you are reading. You can read but not write.`,
  askLeadWaiting: 'We record that you opened this. You can read the messages but not answer from here.',
  askConfirm: 'Open to read',
  reading: (visitor: string) => `Reading along: ${visitor}`,
  readingRecord: 'Safety record',
  readingTold: (responder: string) =>
    `${responder} sees that you are reading. We record that you opened this.`,
  readingToldWaiting: 'We record that you opened this.',
  readingOpening: 'Opening…',
  readingRefused: 'This conversation can no longer be opened.',
  stopReading: 'Stop reading',
  readAlong: {
    first_conversations: 'New responder: please read along',
    back_after_long: 'Returning after a break: please read along',
  },
  actsFor: (name: string) => `More for ${whom(name)}`,
  reassign: 'Hand over to someone else',
  reassignHint: 'They are asked first.',
  gone: 'Not connected',
  handingOver: (state: string) => `Handover: ${state.toLowerCase()}`,
  heldBefore: (name: string) => `Was with ${name}`,
});
