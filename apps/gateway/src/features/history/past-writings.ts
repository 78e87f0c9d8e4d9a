import { Injectable } from '@nestjs/common';
import {
  briefSchema,
  CONTACT_KINDS,
  OUTCOMES,
  WRITINGS_PAGE_MAX,
  type Brief,
  type PastWriting,
  type WritingsPage,
} from '@warmline/contracts';
import { handoverId, type ConversationId } from '@warmline/kernel';
import { PastWritingReadModel, type StoredPastWriting, type WritingKind } from '@warmline/postgres';
import { topicsOf } from '../../core/topics';
import { noteOf, whyOf, wordOf } from '../ending';
import { briefEntry } from '../handover';
import { boundEntry, parseEntry } from '../safety';
import { ConversationTexts } from '../timeline';

type Bound = Parameters<ConversationTexts['openText']>[2];

/** What the seal of each kind is bound to. */
const BOUND: Readonly<Record<WritingKind, (id: string) => Bound>> = {
  note: (id) => ({ entry: id, role: 'note' }),
  private: (id) => ({ entry: id, role: 'private' }),
  brief: (id) => briefEntry(handoverId(id)),
  wrap_up: (id) => ({ entry: `wrap_up/${id}`, role: 'responder' }),
  safety: boundEntry,
  ending_why: whyOf,
  ending_word: wordOf,
  write_up: noteOf,
};

const oneOf = <Value extends string>(values: readonly Value[], stored: string | null): Value | null =>
  values.find((value) => value === stored) ?? null;

const briefIn = (text: string): Brief | null => {
  try {
    return briefSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

const writingOf = (stored: StoredPastWriting, text: string | null): PastWriting => {
  const { kind, id, at, byName: by } = stored;
  const base = { id: `${kind}/${id}`, at: Math.round(at), by };
  if (kind === 'brief') return { ...base, kind, brief: text === null ? null : briefIn(text) };
  if (kind === 'safety') return { ...base, kind, entry: text === null ? null : parseEntry(text) };
  if (kind !== 'wrap_up') return { ...base, kind, text };
  const contactKind = oneOf(CONTACT_KINDS, stored.contactKind);
  const outcome = oneOf(OUTCOMES, stored.outcome);
  return { ...base, kind, contactKind, topics: topicsOf(stored.topics), outcome, text };
};

/** What staff wrote beside a conversation: notes, private words, briefs, wrap-ups, the safety record, and why it ended. */
@Injectable()
export class PastWritings {
  constructor(
    private readonly stored: PastWritingReadModel,
    private readonly texts: ConversationTexts,
  ) {}

  /** The caller has recorded the reading. */
  async readPage(conversation: ConversationId, after: number): Promise<WritingsPage> {
    const rows = await this.stored.loadWritings(conversation, after, WRITINGS_PAGE_MAX);
    const writings: PastWriting[] = [];
    for (const row of rows) writings.push(writingOf(row, await this.open(conversation, row)));
    return { writings, next: rows.length < WRITINGS_PAGE_MAX ? null : after + rows.length };
  }

  /** Null when it cannot be opened; '' for a wrap-up without a note. */
  private async open(
    conversation: ConversationId,
    { kind, id, sealed }: StoredPastWriting,
  ): Promise<string | null> {
    return sealed === null ? '' : this.texts.openText(conversation, sealed, BOUND[kind](id));
  }
}
