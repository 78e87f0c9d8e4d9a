/** Every key of Warmline in Redis. All keys of one service share a hash tag, so they live on one node of a cluster. */
export interface ServiceKeys {
  /** Keys of the lines of the queue with somebody in them. */
  readonly lines: string;
  /** In which of them each waiting conversation stands. */
  readonly places: string;
  /** Responders who may be asked, scored by free_since in ms. */
  readonly free: string;
  /** Load of those responders: "used/capacity" in load units. */
  readonly loads: string;
  /** Leases of connected pages, scored by their end in ms by the clock of Redis. */
  readonly presence: string;
  /** Absent, or another than Postgres knows: the index was lost and is built anew from Postgres. */
  readonly generation: string;
  /** The generation that is being built. */
  readonly building: string;
  /** Grows with every change that is applied; behind what Postgres knows, this is an older state of the index, restored. */
  readonly position: string;
  /** Waiting conversations of a band for whom the same people can be asked, scored by entered_at in ms. */
  line(band: 1 | 2 | 3, line: string): string;
  /** Newest version of an entry that was applied. */
  version(id: string): string;
}

export const serviceKeys = (prefix: string, service: string): ServiceKeys => {
  const root = `${prefix}:{${service}}`;
  return {
    lines: `${root}:lines`,
    places: `${root}:places`,
    free: `${root}:free`,
    loads: `${root}:loads`,
    presence: `${root}:presence`,
    generation: `${root}:generation`,
    building: `${root}:building`,
    position: `${root}:position`,
    line: (band, line) => `${root}:queue:${band}:${line}`,
    version: (id) => `${root}:version:${id}`,
  };
};

export const channels = (prefix: string) => ({
  /** Wake-up hints between gateways. */
  hints: `${prefix}:hints`,
  /** Something changed that may allow a match. */
  bell: `${prefix}:bell`,
  /** Somebody called a supervisor, or what was asked of everyone is another. */
  help: `${prefix}:help`,
});

/** BullMQ puts all its keys below this. */
export const alarmPrefix = (prefix: string): string => `{${prefix}:alarms}`;
