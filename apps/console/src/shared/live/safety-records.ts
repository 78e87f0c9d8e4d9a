import { newMessageId, type Outcome } from '@warmline/client';
import type { SafetyEntryWritten, SafetyRecord, StaffCommands } from '@warmline/contracts';
import type { SafetyLoweringReason } from '@warmline/vocabulary';
import type { StaffConnection } from './conversation-client';
import type { LiveStore } from './live-store';

export interface SafetyRecordsPorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
}

/** Whose record it is, and under which holding someone writes; null for a supervisor who does not hold it. */
export interface RecordHeld {
  readonly conversationId: string;
  readonly epoch: number | null;
}

export type LoggedCall = StaffCommands['emergency:log']['payload']['entry'];

/** What an answer shows, and what was shown before and is not in it, the oldest first. */
const added = <Entry>(
  known: readonly Entry[],
  now: readonly Entry[],
  subjectOf: (entry: Entry) => string,
) => {
  const named = new Set(now.map(subjectOf));
  return [...known.filter((entry) => !named.has(subjectOf(entry))), ...now];
};

/**
 * Nothing of a record is ever taken back. After the end a supervisor is answered with their own entries alone, and keeps on
 * screen what they read while the chat went on.
 */
const withKnown = (now: SafetyRecord, known: SafetyRecord): SafetyRecord => ({
  ...now,
  asked: now.asked ?? known.asked,
  facts: added(known.facts, now.facts, ({ fact }) => fact),
  plan: added(known.plan, now.plan, ({ part }) => part),
  steps: added(known.steps, now.steps, ({ step }) => step),
  acts: added(known.acts, now.acts, (act) => JSON.stringify(act)),
  log: added(known.log, now.log, ({ id }) => id),
});

/** The safety records this page has opened, in memory only: they are gone with the tab. */
export class SafetyRecords {
  readonly #ports: SafetyRecordsPorts;
  /** An entry whose answer never came: the next try of the same is the same entry. */
  readonly #unanswered = new Map<string, string>();

  constructor(ports: SafetyRecordsPorts) {
    this.#ports = ports;
  }

  open(conversationId: string): Promise<Outcome<SafetyRecord>> {
    return this.#show(this.#ports.connection.send('safety:open', { conversationId }));
  }

  async write(held: RecordHeld, entry: SafetyEntryWritten): Promise<Outcome<SafetyRecord>> {
    return this.#once({ ...held, entry }, (entryId) =>
      this.#ports.connection.send('safety:record', { ...held, entryId, entry }),
    );
  }

  async log(conversationId: string, entry: LoggedCall): Promise<Outcome<SafetyRecord>> {
    return this.#once({ conversationId, entry }, (entryId) =>
      this.#ports.connection.send('emergency:log', { conversationId, entryId, entry }),
    );
  }

  close(conversationId: string, reason: SafetyLoweringReason): Promise<Outcome<SafetyRecord>> {
    return this.#show(this.#ports.connection.send('safety:close', { conversationId, reason }));
  }

  async #once(
    what: object,
    send: (entryId: string) => Promise<Outcome<SafetyRecord>>,
  ): Promise<Outcome<SafetyRecord>> {
    const key = JSON.stringify(what);
    const entryId = this.#unanswered.get(key) ?? newMessageId();
    this.#unanswered.set(key, entryId);
    const outcome = await this.#show(send(entryId));
    if (outcome.kind !== 'unknown') this.#unanswered.delete(key);
    return outcome;
  }

  /** An answer that was overtaken by a newer one changes nothing. */
  async #show(asked: Promise<Outcome<SafetyRecord>>): Promise<Outcome<SafetyRecord>> {
    const outcome = await asked;
    if (outcome.kind === 'done')
      this.#ports.store.setState(({ safetyRecords }) => {
        const { conversationId, now } = outcome.value;
        const known = safetyRecords[conversationId];
        if (known !== undefined && known.now > now) return {};
        const record = known === undefined ? outcome.value : withKnown(outcome.value, known);
        return { safetyRecords: { ...safetyRecords, [conversationId]: record } };
      });
    return outcome;
  }
}
