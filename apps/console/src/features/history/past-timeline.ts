import type { Entry, PastAct, PastWriting } from '@warmline/contracts';

/** One line of the timeline of a past conversation: in the chat, by staff beside it, or an act. */
export type PastLine =
  | { readonly kind: 'chat'; readonly at: number; readonly message: Extract<Entry, { kind: 'message' }> }
  | { readonly kind: 'beside'; readonly at: number; readonly writing: PastWriting }
  | { readonly kind: 'done'; readonly at: number; readonly act: PastAct };

export interface PastParts {
  readonly entries: readonly Entry[];
  readonly writings: readonly PastWriting[];
  readonly acts: readonly PastAct[];
}

/** What was written and what was done, by time. Events of the thread are left out: each of them is an act too. */
export const pastLines = ({ entries, writings, acts }: PastParts): readonly PastLine[] =>
  [
    ...acts.map((act): PastLine => ({ kind: 'done', at: act.at, act })),
    ...writings.map((writing): PastLine => ({ kind: 'beside', at: writing.at, writing })),
    ...entries.flatMap((entry): PastLine[] =>
      entry.kind === 'message' ? [{ kind: 'chat', at: entry.at, message: entry }] : [],
    ),
  ].sort((one, other) => one.at - other.at);
