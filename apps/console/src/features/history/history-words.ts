import type { EndReason } from '@warmline/vocabulary';
import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { threadWords } from '../../shared/thread/thread-words';

export const historyWords = withIsolatedTexts({
  title: 'History',
  lead: 'Conversations by time, and who read them. Nothing that was written is opened until you say why. Erased conversations are not in it.',
  loading: 'Loading the history',
  failed: 'The history could not be loaded.',
  filters: 'Show only',
  responder: 'Responder',
  safety: 'Safety answer',
  ended: 'Ended how',
  outcome: 'Outcome',
  topic: 'Topic',
  fromDay: 'Began on or after',
  untilDay: 'Began on or before',
  backwards: 'Choose a day that is not before the first one.',
  clear: 'Show all',
  any: 'Any',
  none: 'There are no conversations yet',
  noneFits: 'None of these conversations fits',
  noneFitsMore: 'Earlier ones may: show them, or choose something else.',
  nothingFits: 'No conversation fits. Choose something else.',
  list: 'Conversations, the newest first',
  from: (began: string, ended: string) => `${began} to ${ended}`,
  since: (began: string) => `Since ${began}`,
  by: (name: string) => `With ${name}`,
  byNoOne: 'No one answered it',
  waitsNow: 'Waiting now',
  goesOn: 'Not ended',
  unread: 'No one has read it.',
  open: 'Open',
  openOne: (visitor: string) => `Open ${visitor}`,
  earlier: 'Show earlier conversations',
});

/** How it ended; null while it goes on. */
export const endedWords = (ended: EndReason | null): string =>
  ended === null ? historyWords.goesOn : threadWords.endings[ended];
