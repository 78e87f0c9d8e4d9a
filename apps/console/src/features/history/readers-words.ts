import type { Reader, Reading } from '@warmline/contracts';
import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { purposeWords } from './reason-parts';

const readings: Readonly<Record<Reading, string>> = {
  conversation_read: 'opened it',
  observation_began: 'read along',
  review_read: 'read it for a review',
  brief_read: 'read the brief of a handover',
  history_read: 'opened it in History',
};

type How = Pick<Reader, 'reading' | 'purpose'>;

const howWords = ({ reading, purpose }: How): string =>
  purpose === null ? readings[reading] : `${readings[reading]} (${purposeWords[purpose]})`;

export const readersWords = withIsolatedTexts({
  title: 'Who read my conversations',
  lead: 'Every reading is recorded, and you see it here. Conversations leave this list when they are erased.',
  loading: 'Loading who read your conversations',
  failed: 'Who read your conversations could not be loaded.',
  none: 'You have had no conversations yet',
  noneMore: 'Once you have had one, you see here who else read it.',
  list: 'Your conversations, the newest first',
  heldSince: (from: string) => `You have had it since ${from}`,
  held: (from: string, to: string) => `You had it from ${from} to ${to}`,
  readBy: (visitor: string) => `Who else read ${visitor}`,
  noReaders: 'No one else has read it.',
  once: (name: string, reader: How, at: string) => `${name} ${howWords(reader)}, ${at}`,
  often: (name: string, reader: How & { readonly times: number }) =>
    `${name} ${howWords(reader)} ${reader.times} times`,
  between: (first: string, last: string) => `first ${first}, last ${last}`,
  earlier: 'Show earlier conversations',
  back: 'Back to my desk',
});
