import type { Urgency } from '@warmline/vocabulary';

/** A press that the server has not answered yet. It goes out again, under the same id, until it has. */
export interface PendingCall {
  readonly callId: string;
  readonly conversationId: string | null;
  readonly urgency: Urgency;
  /** Whether the call was withdrawn; if so, the withdrawal is what goes out. */
  readonly isEnding: boolean;
}

const KEY = 'warmline.help.';

const isRecord = (value: unknown): value is Record<keyof PendingCall, unknown> =>
  typeof value === 'object' && value !== null;

const isPending = (value: unknown): value is PendingCall =>
  isRecord(value) &&
  typeof value.callId === 'string' &&
  (value.conversationId === null || typeof value.conversationId === 'string') &&
  (value.urgency === 'normal' || value.urgency === 'urgent') &&
  typeof value.isEnding === 'boolean';

export interface PendingStore {
  load(): readonly PendingCall[];
  save(pending: readonly PendingCall[]): void;
}

/** Kept in the tab, so that a reload in the wrong moment loses no call. */
export const keptPending = (storage: Storage, staffId: string): PendingStore => ({
  load: () => {
    try {
      const kept: unknown = JSON.parse(storage.getItem(`${KEY}${staffId}`) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isPending) : [];
    } catch {
      return [];
    }
  },
  save: (pending) => {
    if (pending.length === 0) storage.removeItem(`${KEY}${staffId}`);
    else storage.setItem(`${KEY}${staffId}`, JSON.stringify(pending));
  },
});
