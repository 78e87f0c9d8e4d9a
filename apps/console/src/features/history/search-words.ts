import { withIsolatedTexts } from '../../shared/i18n/isolated';

const many = (count: number): string => (count === 1 ? '1 conversation' : `${count} conversations`);

export const searchWords = withIsolatedTexts({
  title: 'Search the words of these conversations',
  lead: (count: number) =>
    `This opens ${many(count)} of the list above, one by one. Each reading is recorded, and the people who had it see it. No list of words is kept.`,
  tooMany: (most: number) => `Only the first ${most} are opened. Choose fewer days to search the others.`,
  words: 'Words to find',
  wordsMissing: 'Enter at least two letters.',
  purpose: 'Why are you opening them?',
  purposeMissing: 'Choose why you are opening them.',
  start: (count: number) => `Open and search ${many(count)}`,
  stop: 'Stop',
  reading: (read: number, of: number) => `Read ${read} of ${of}. Each one is recorded.`,
  over: (read: number, found: number) =>
    found === 0
      ? `Read ${many(read)}. The words are in none of them.`
      : `Read ${many(read)}. Found in ${found}.`,
  results: 'Where the words were found',
  openOne: (visitor: string) => `Open ${visitor}`,
  at: (by: string, at: string) => (by === '' ? at : `${by}, ${at}:`),
  more: (count: number) => `${count} more places.`,
});
