import type { Entry, PastAct, PastRecord, PastWriting } from '@warmline/contracts';
import type { ReadingPurpose } from '@warmline/vocabulary';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import type { StaffClient } from '../../shared/live/staff-client';
import type { PastParts } from './past-timeline';

export interface Opening {
  readonly conversationId: string;
  readonly purpose: ReadingPurpose;
}

/** A conversation of the past, whole. */
export interface WholeRecord extends Opening, PastParts {
  /** Null once what was written is gone. */
  readonly visitorName: string | null;
}

/** Why a record could not be read, in words. */
export class NotRead extends Error {}

/** Asks for the rest of a record. Each answer says how to go on. */
class RecordReader {
  constructor(
    private readonly client: StaffClient,
    private readonly opening: Opening,
  ) {}

  async restOfEntries({ page: { entries, head } }: NonNullable<PastRecord['written']>): Promise<Entry[]> {
    const all = [...entries];
    while (all.length < head) {
      const outcome = await this.client.send('history:entries', { ...this.opening, after: all.length });
      if (outcome.kind !== 'done') throw new NotRead(outcomeWords(outcome));
      if (outcome.value.entries.length === 0) break;
      all.push(...outcome.value.entries);
    }
    return all;
  }

  async restOfWritings({ beside: first }: NonNullable<PastRecord['written']>): Promise<PastWriting[]> {
    const all = [...first.writings];
    for (let after = first.next; after !== null;) {
      const outcome = await this.client.send('history:writings', { ...this.opening, after });
      if (outcome.kind !== 'done') throw new NotRead(outcomeWords(outcome));
      all.push(...outcome.value.writings);
      after = outcome.value.next;
    }
    return all;
  }

  async restOfActs({ acts, next }: PastRecord['done']): Promise<PastAct[]> {
    const all = [...acts];
    for (let after = next; after !== null;) {
      const outcome = await this.client.send('history:acts', { ...this.opening, after });
      if (outcome.kind !== 'done') throw new NotRead(outcomeWords(outcome));
      all.push(...outcome.value.acts);
      after = outcome.value.next;
    }
    return all;
  }
}

/** All of one conversation. The server records the reading before it answers. Rejects with NotRead. */
export const readRecord = async (client: StaffClient, opening: Opening): Promise<WholeRecord> => {
  const outcome = await client.send('history:open', opening);
  if (outcome.kind !== 'done') throw new NotRead(outcomeWords(outcome));
  const { written, done } = outcome.value;
  const reader = new RecordReader(client, opening);
  return {
    ...opening,
    visitorName: written?.visitorName ?? null,
    entries: written === null ? [] : await reader.restOfEntries(written),
    writings: written === null ? [] : await reader.restOfWritings(written),
    acts: await reader.restOfActs(done),
  };
};
