import type { ConversationId, StaffId } from '@warmline/kernel';
import type { Hold } from '@warmline/routing';
import type { RedisClient } from './connection';
import type { ServiceKeys } from './keys';
import advance from './lua/advance-2.lua?raw';
import beginRebuild from './lua/begin-rebuild-6.lua?raw';
import finishRebuild from './lua/finish-rebuild-3.lua?raw';
import readPresence from './lua/read-presence-1.lua?raw';
import readSituation from './lua/read-situation-6.lua?raw';
import renewPresence from './lua/renew-presence-1.lua?raw';
import syncQueueEntry from './lua/sync-queue-entry-3.lua?raw';
import syncResponder from './lua/sync-responder-3.lua?raw';
import { parseSituation, parseState, type IndexedSituation, type IndexState } from './parse-situation';
import { run, script } from './script';

const SCRIPTS = {
  advance: script(advance),
  beginRebuild: script(beginRebuild),
  finishRebuild: script(finishRebuild),
  readPresence: script(readPresence),
  readSituation: script(readSituation),
  renewPresence: script(renewPresence),
  syncQueueEntry: script(syncQueueEntry),
  syncResponder: script(syncResponder),
};

/** Longest time (s) a late change could still arrive; versions are remembered that long. */
const REMEMBER_VERSION = '86400';
/** Heads of each queue that one match reads, at most. */
const HEADS = '200';
/** Heads of each queue beyond the number of free responders, since some were declined a moment ago. */
const SPARE = '20';
/** Responders that one match reads, at most. */
const RESPONDERS = '1000';
/** Entries read from the head on, absent ones included, before the queue is read from presence instead. */
const SCANNED = '2000';

/** How long a page counts as present after it was last renewed, in service (ms): two missed pings. */
export const PRESENCE_LEASE = 15_000;

export interface IndexedConversation {
  readonly id: ConversationId;
  readonly version: number;
  readonly queued: boolean;
  readonly band: 1 | 2 | 3;
  /** ms since 1970. */
  readonly enteredAt: number;
  /** Equal for visitors whom the same responders can take. */
  readonly needs: string;
  /** Null or absent for nearly everyone. */
  readonly hold?: Hold | null;
}

export interface IndexedResponder {
  readonly id: StaffId;
  readonly version: number;
  readonly askable: boolean;
  /** ms since 1970. */
  readonly freeSince: number;
  /** Load units. */
  readonly load: number;
  readonly capacity: number;
}

/** The name of a page in the presence set. */
export type Presence = `v:${ConversationId}` | `s:${StaffId}`;
export const visitorPresence = (id: ConversationId): Presence => `v:${id}`;
export const staffPresence = (id: StaffId): Presence => `s:${id}`;

/** One service's queues, free responders and presence in Redis. Redis proposes; Postgres decides. */
export class LiveIndex {
  /** `presenceLease` in ms. */
  constructor(
    private readonly client: RedisClient,
    private readonly keys: ServiceKeys,
    private readonly presenceLease = PRESENCE_LEASE,
  ) {}

  async syncConversation(entry: IndexedConversation): Promise<void> {
    await run(this.client, SCRIPTS.syncQueueEntry, {
      keys: [this.keys.version(entry.id), this.keys.queueOf, this.keys.queues],
      arguments: [
        entry.id,
        String(entry.version),
        entry.queued ? this.keys.queue(entry.band, entry.needs, entry.hold) : '',
        String(entry.enteredAt),
        REMEMBER_VERSION,
      ],
    });
  }

  async syncResponder(entry: IndexedResponder): Promise<void> {
    await run(this.client, SCRIPTS.syncResponder, {
      keys: [this.keys.version(entry.id), this.keys.free, this.keys.loads],
      arguments: [
        entry.id,
        String(entry.version),
        entry.askable ? '1' : '0',
        String(entry.freeSince),
        `${entry.load}/${entry.capacity}`,
        REMEMBER_VERSION,
      ],
    });
  }

  /**
   * The heads of each queue and the free responders, present ones only. A queue that nobody can take hides nobody in another.
   * Reads as many heads as responders are free and a few more, or all of them when the situation is `wide`.
   */
  async situation({ wide = false } = {}): Promise<IndexedSituation> {
    const { queues, free, loads, presence, generation, position } = this.keys;
    return parseSituation(
      await run(this.client, SCRIPTS.readSituation, {
        keys: [queues, free, loads, presence, generation, position],
        arguments: [HEADS, SCANNED, RESPONDERS, wide ? '-1' : SPARE],
      }),
    );
  }

  /** Renews leases; answers whether anyone was absent until now. */
  async renewPresence(members: readonly Presence[]): Promise<boolean> {
    if (members.length === 0) return false;
    const arrived = await run(this.client, SCRIPTS.renewPresence, {
      keys: [this.keys.presence],
      arguments: [String(this.presenceLease), ...members],
    });
    return Array.isArray(arrived) && arrived.length > 0;
  }

  async forgetPresence(member: Presence): Promise<void> {
    await this.client.zRem(this.keys.presence, member);
  }

  /** Those of `members` whose lease has not expired. */
  async presentAmong(members: readonly Presence[]): Promise<Set<Presence>> {
    if (members.length === 0) return new Set();
    const present = await run(this.client, SCRIPTS.readPresence, {
      keys: [this.keys.presence],
      arguments: [...members],
    });
    const names = new Set(Array.isArray(present) ? present.map(String) : []);
    return new Set(members.filter((member) => names.has(member)));
  }

  /** Which index this is, and how far it has come. */
  async state(): Promise<IndexState> {
    const [generation, position] = await this.client.mGet([this.keys.generation, this.keys.position]);
    return parseState(generation, position);
  }

  /**
   * Moves one position on after changes were applied. `known`: the newest position Postgres knew before. Null when Postgres has
   * seen this position before: an older state was restored, and the index is not complete from now on.
   */
  async advance(known: number): Promise<number | null> {
    const { position, generation } = this.keys;
    return reached(
      await run(this.client, SCRIPTS.advance, { keys: [position, generation], arguments: [String(known)] }),
    );
  }

  /** Empties the index; it is not complete until `finishRebuild`. Versions stay, so that nothing newer is overwritten. */
  async beginRebuild(name: string): Promise<void> {
    const { generation, building, queues, queueOf, free, loads } = this.keys;
    const keys = [generation, building, queues, queueOf, free, loads];
    await run(this.client, SCRIPTS.beginRebuild, { keys, arguments: [name] });
  }

  /** The index is complete again at the answered position; null when another rebuild has begun since. */
  async finishRebuild(name: string, known: number): Promise<number | null> {
    const { generation, building, position } = this.keys;
    const keys = [building, generation, position];
    return reached(await run(this.client, SCRIPTS.finishRebuild, { keys, arguments: [name, String(known)] }));
  }
}

const reached = (position: unknown): number | null => {
  const number = Number(position);
  if (!Number.isSafeInteger(number)) throw new TypeError('the index answered without a position');
  return number > 0 ? number : null;
};
