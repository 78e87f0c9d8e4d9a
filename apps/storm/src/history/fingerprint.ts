import { createHash } from 'node:crypto';
import type { Entry } from '@warmline/contracts';
import type { HeardEntry } from './history-event';

const short = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** Stands for a message's text in the history, together with the side it is from. */
export const bodyPrint = (from: 'visitor' | 'responder', body: string | null): string =>
  short(body === null ? `${from} cannot be opened` : `${from}|${body}`);

/** Stands for an entry: of an event its name is enough. */
export const entryPrint = (entry: Entry): string =>
  entry.kind === 'message' ? bodyPrint(entry.from, entry.body) : entry.event;

export const heardEntry = (entry: Entry): HeardEntry => [entry.seq, entry.id, entryPrint(entry)];

/** Of everything a page shows, in order. */
export const digestOf = (entries: readonly HeardEntry[]): string => {
  const hash = createHash('sha256');
  for (const [seq, id, print] of entries) hash.update(`${seq} ${id} ${print}\n`);
  return hash.digest('base64url').slice(0, 22);
};
