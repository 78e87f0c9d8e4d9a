import type { ConversationId, StaffId } from '@warmline/kernel';
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
/** Heads of each line that one match looks at, at most. */
const HEADS = '200';
/** Heads of each line beside as many as there are people free: some were declined a moment ago. */
const SPARE = '20';
/** Responders that one match looks at. */
const RESPONDERS = '1000';
/** Entries looked at from the head on, away ones included, before the list is read from who is here. */
const LOOKED = '2000';

/** How long a page counts as present after it was last renewed, in service (ms): two missed pings. */
export const PRESENCE_LEASE = 15_000;

export interface IndexedConversation {
  readonly id: ConversationId;
  readonly version: number;
  readonly queued: boolean;
  readonly band: 1 | 2 | 3;
  /** ms since 1970. */
  readonly enteredAt: number;
  /** The same for all for whom the same people can be asked. */
  readonly line: string;
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

/** A page's place in the presence list. */
export type Presence = `v:${ConversationId}` | `s:${StaffId}`;
export const visitorPresence = (id: ConversationId): Presence => `v:${id}`;
export const staffPresence = (id: StaffId): Presence => `s:${id}`;

/** One service's queue, responders and presence in Redis. It proposes; Postgres decides. */
export class LiveIndex {
  /** `presenceLease` in ms. */
  constructor(
    private readonly client: RedisClient,
    private readonly keys: ServiceKeys,
    private readonly presenceLease = PRESENCE_LEASE,
  ) {}

  async syncConversation(entry: IndexedConversation): Promise<void> {
    await run(this.client, SCRIPTS.syncQueueEntry, {
      keys: [this.keys.version(entry.id), this.keys.places, this.keys.lines],
      arguments: [
        entry.id,
        String(entry.version),
        entry.queued ? this.keys.line(entry.band, entry.line) : '',
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
   * Heads of each line of the queue and free responders, present ones only. A line nobody can be asked for hides nobody in
   * another. As many heads as people are free and a few more, unless the situation is to be `wide`.
   */
  async situation({ wide = false } = {}): Promise<IndexedSituation> {
    const { lines, free, loads, presence, generation, position } = this.keys;
    return parseSituation(
      await run(this.client, SCRIPTS.readSituation, {
        keys: [lines, free, loads, presence, generation, position],
        arguments: [HEADS, LOOKED, RESPONDERS, wide ? '-1' : SPARE],
      }),
    );
  }

  /** Renews leases; answers whether anybody was away until now. */
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

  /** Those of `members` whose lease has not run out. */
  async presentAmong(members: readonly Presence[]): Promise<Set<Presence>> {
    if (members.length === 0) return new Set();
    const present = await run(this.client, SCRIPTS.readPresence, {
      keys: [this.keys.presence],
      arguments: [...members],
    });
    const names = new Set(Array.isArray(present) ? present.map(String) : []);
    return new Set(members.filter((member) => names.has(member)));
  }

  /** Which index this is and how far it has come. */
  async state(): Promise<IndexState> {
    const [generation, position] = await this.client.mGet([this.keys.generation, this.keys.position]);
    return parseState(generation, position);
  }

  /**
   * One step on, after changes were applied. `known`: the newest position the truth knew of before. Null when the truth
   * has seen this position before: an older state was restored, and is not whole from now on.
   */
  async advance(known: number): Promise<number | null> {
    const { position, generation } = this.keys;
    return reached(
      await run(this.client, SCRIPTS.advance, { keys: [position, generation], arguments: [String(known)] }),
    );
  }

  /** Empties the lists; until `finishRebuild` the index is not whole. Versions stay, so nothing newer is overwritten. */
  async beginRebuild(name: string): Promise<void> {
    const { generation, building, lines, places, free, loads } = this.keys;
    const keys = [generation, building, lines, places, free, loads];
    await run(this.client, SCRIPTS.beginRebuild, { keys, arguments: [name] });
  }

  /** Whole again, at the answered position; null when somebody else began later and will finish. */
  async finishRebuild(name: string, known: number): Promise<number | null> {
    const { generation, building, position } = this.keys;
    const keys = [building, generation, position];
    return reached(await run(this.client, SCRIPTS.finishRebuild, { keys, arguments: [name, String(known)] }));
  }
}

const reached = (position: unknown): number | null => {
  const number = Number(position);
  if (!Number.isSafeInteger(number)) throw new TypeError('the index answered with no position');
  return number > 0 ? number : null;
};
