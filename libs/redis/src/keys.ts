import type { Hold } from '@warmline/routing';

/** Every key of Warmline in Redis. All keys of one service share a hash tag, so they live on one node of a cluster. */
export interface ServiceKeys {
  /** Set: keys of the queues that are not empty. */
  readonly queues: string;
  /** Hash: for each waiting conversation the key of its queue. */
  readonly queueOf: string;
  /** Responders who may be asked, scored by free_since in ms. */
  readonly free: string;
  /** Hash: load of those responders, as "used/capacity" in load units. */
  readonly loads: string;
  /** Leases of connected pages, scored by their end in ms by the clock of Redis. */
  readonly presence: string;
  /** Missing, or not the one Postgres knows: the index was lost and is rebuilt from Postgres. */
  readonly generation: string;
  /** The generation that is being built. */
  readonly building: string;
  /** Grows with every change that is applied. A position behind the one Postgres knows means an older, restored index. */
  readonly position: string;
  /** Waiting conversations of a band and a hold that the same responders can take, scored by entered_at in ms. */
  queue(band: 1 | 2 | 3, needs: string, hold?: Hold | null): string;
  /** Newest version of an entry that was applied. */
  version(id: string): string;
}

/**
 * Keys of the index begin with `index:`. An index that was written under older names is not found, so it is rebuilt from
 * Postgres.
 */
export const serviceKeys = (prefix: string, service: string): ServiceKeys => {
  const root = `${prefix}:{${service}}`;
  const index = `${root}:index`;
  return {
    queues: `${index}:queues`,
    queueOf: `${index}:queue-of`,
    free: `${index}:free`,
    loads: `${index}:loads`,
    presence: `${root}:presence`,
    generation: `${index}:generation`,
    building: `${index}:building`,
    position: `${index}:position`,
    queue: (band, needs, hold = null) => `${index}:queue:${band}${hold ?? ''}:${needs}`,
    version: (id) => `${index}:version:${id}`,
  };
};

export const channels = (prefix: string) => ({
  /** Hints between gateways. */
  hints: `${prefix}:hints`,
  /** Something changed that may allow a match. */
  matcher: `${prefix}:matcher`,
  /** Someone called a supervisor, or a surge request changed. */
  help: `${prefix}:help`,
  /** Gateways tell each other the key under which they name networks. */
  networkKey: `${prefix}:network-key`,
});

/** BullMQ puts all its keys below this. */
export const alarmPrefix = (prefix: string): string => `{${prefix}:alarms}`;
