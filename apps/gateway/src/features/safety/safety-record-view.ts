import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { sealedSafetyEntrySchema, type SafetyRecord } from '@warmline/contracts';
import type { SafetyEntry } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';
import { SafetyRecordReadModel, type StoredSafetyEntry, type StoredSafetyRecord } from '@warmline/postgres';
import { LiveIndex, staffPresence } from '@warmline/redis';
import { settleWithin } from '../../core/async/timeout';
import { ConversationTexts } from '../timeline';

const entryText = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('no JSON');
      return z.NEVER;
    }
  })
  .pipe(sealedSafetyEntrySchema);

/** What the seal of an entry is bound to. */
export const boundEntry = (id: string) => ({ entry: `safety/${id}`, role: 'responder' }) as const;

/** Null when the text is no entry: it was sealed by another version. One such entry stops none of the others. */
export const parseEntry = (text: string): SafetyEntry | null => entryText.safeParse(text).data ?? null;

/** The view waits this long (ms), at most, to know who is present. */
const LOOKED_FOR = 1_000;

export type Opened = SafetyEntry & { readonly id: string; readonly by: string; readonly at: number };
type OfKind<Kind extends SafetyEntry['kind']> = Extract<Opened, { kind: Kind }>;

/** The safety record as staff see it. Nothing of it is ever sent to a visitor's page. */
@Injectable()
export class SafetyRecordViews {
  constructor(
    private readonly records: SafetyRecordReadModel,
    private readonly texts: ConversationTexts,
    private readonly index: LiveIndex,
  ) {}

  /** The caller has checked that they may read this much of it. Null for an unknown conversation. */
  async loadView(
    person: StaffPrincipal,
    conversation: ConversationId,
    whose: 'own' | 'all' = 'all',
  ): Promise<SafetyRecord | null> {
    const stored = await this.records.loadRecord(conversation);
    if (stored === null) return null;
    const shown = stored.entries.filter(({ by }) => whose === 'all' || by === person.staff);
    const opened = await this.openEntries(conversation, shown);
    const entries = opened.filter((entry) => entry !== null);
    return {
      conversationId: conversation,
      now: stored.now,
      step:
        stored.stepAt === null || stored.stepBecause === null
          ? null
          : { since: stored.stepAt, because: stored.stepBecause },
      called: await this.calledOf(person, stored),
      ...shownOf(entries),
      log: person.role === 'supervisor' ? ofKind(entries, 'log') : [],
      unreadable: opened.length - entries.length,
    };
  }

  private openEntries(
    conversation: ConversationId,
    stored: readonly StoredSafetyEntry[],
  ): Promise<(Opened | null)[]> {
    return Promise.all(
      stored.map(async ({ id, sealed, byName: by, at }) => {
        const text = await this.texts.openText(conversation, sealed, boundEntry(id));
        const entry = text === null ? null : parseEntry(text);
        return entry === null ? null : { ...entry, id, by, at };
      }),
    );
  }

  private async calledOf(
    { staff }: StaffPrincipal,
    { calledAt: at, answeredBy, supervisors }: StoredSafetyRecord,
  ): Promise<SafetyRecord['called']> {
    if (at === null) return null;
    const others = supervisors.filter(({ id }) => id !== staff);
    let here: ReadonlySet<string> = new Set();
    const looking = this.index.presentAmong(others.map(({ id }) => staffPresence(id))).then((members) => {
      here = new Set<string>(members);
    });
    await settleWithin(LOOKED_FOR, looking);
    const names = others.filter(({ id }) => here.has(staffPresence(id))).map(({ name }) => name);
    return { at, here: names, answeredBy };
  }
}

const ofKind = <Kind extends SafetyEntry['kind']>(entries: readonly Opened[], kind: Kind): OfKind<Kind>[] =>
  entries.filter((entry): entry is OfKind<Kind> => entry.kind === kind);

/** The newest of each subject, in the order in which the subjects came. */
const newest = <Entry>(entries: readonly Entry[], subjectOf: (entry: Entry) => string): Entry[] => [
  ...new Map(entries.map((entry) => [subjectOf(entry), entry])).values(),
];

/** Without the ids, which only the log needs: an act may be listed twice. */
const withoutId = <Entry extends { readonly id: string }>({ id: _, ...rest }: Entry): Omit<Entry, 'id'> =>
  rest;

/** What a page shows of the entries, the newest of each subject. */
type Shown = Pick<SafetyRecord, 'asked' | 'facts' | 'plan' | 'steps' | 'acts'>;

export const shownOf = (entries: readonly Opened[]): Shown => ({
  asked: ofKind(entries, 'asked').map(withoutId).at(-1) ?? null,
  facts: newest(ofKind(entries, 'fact').map(withoutId), ({ fact }) => fact),
  plan: newest(ofKind(entries, 'plan').map(withoutId), ({ part }) => part),
  steps: newest(ofKind(entries, 'step').map(withoutId), ({ step }) => step),
  acts: ofKind(entries, 'act').map(withoutId),
});
