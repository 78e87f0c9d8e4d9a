import type { Entry } from '@warmline/contracts';

/** The message numbered `seq`, from the responder unless said otherwise. */
export const anEntry = (seq: number, id = `id-${seq}`): Entry => ({
  kind: 'message',
  seq,
  id,
  from: 'responder',
  name: 'Sam',
  body: `text ${seq}`,
  at: 1_000 + seq,
});

export const entriesFrom = (first: number, last: number): Entry[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => anEntry(first + index));
