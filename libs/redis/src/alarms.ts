import { createNodeRedisClient, Queue, Worker } from 'bullmq';
import type { RedisClient } from './connection';
import { alarmPrefix } from './keys';

/** Deadlines that send a command back in. Each carries an id only; the rules decide again when it is due. */
export type AlarmKind = 'offer_expiry' | 'quick_exit' | 'on_call';

export interface Alarm {
  readonly kind: AlarmKind;
  /** The id of the offer, the conversation or the message to an on-call contact. */
  readonly id: string;
}

/** What waits for the answer of another server has a queue of its own, so that it delays no offer. */
export type AlarmQueue = 'alarms' | 'on-call';

const QUEUE_OF: Readonly<Record<AlarmKind, AlarmQueue>> = {
  offer_expiry: 'alarms',
  quick_exit: 'alarms',
  on_call: 'on-call',
};

const isKind = (kind: string): kind is AlarmKind => kind in QUEUE_OF;

/** Null for any other job. */
const parseAlarm = (kind: string, content: unknown): Alarm | null => {
  if (!isKind(kind)) return null;
  if (typeof content !== 'object' || content === null || !('id' in content)) return null;
  return typeof content.id === 'string' ? { kind, id: content.id } : null;
};

/**
 * Our client as the library wants it. The library listens to its errors only later, and not for each queue of one client: an
 * error that nobody listens to would end the process, at the very moment when Redis is lost. Ours are logged by the client.
 */
const listenedTo = (client: RedisClient): ReturnType<typeof createNodeRedisClient> => {
  const wrapped = createNodeRedisClient(client);
  wrapped.on('error', () => undefined);
  return wrapped;
};

/** Sets alarms. A lost alarm costs time until the next sweep, never the deadline itself. */
export class AlarmClock {
  private readonly queues: Readonly<Record<AlarmQueue, Queue>>;

  constructor(client: RedisClient, prefix: string) {
    const open = (name: AlarmQueue): Queue => {
      const queue = new Queue(name, {
        connection: listenedTo(client),
        prefix: alarmPrefix(prefix),
        defaultJobOptions: { removeOnComplete: true, removeOnFail: 1_000 },
      });
      queue.on('error', () => undefined);
      return queue;
    };
    this.queues = { alarms: open('alarms'), 'on-call': open('on-call') };
  }

  /** Due once after `delay` ms, at least 1; setting the same alarm again changes nothing. `turn` tells apart the tries of one message. */
  async set({ kind, id }: Alarm, delay: number, turn = 0): Promise<void> {
    const jobId = turn === 0 ? `${kind}-${id}` : `${kind}-${id}-${turn}`;
    await this.queues[QUEUE_OF[kind]].add(kind, { id }, { delay: Math.max(1, delay), jobId });
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
  }
}

interface Answering {
  readonly queue: AlarmQueue;
  readonly answer: (alarm: Alarm) => Promise<void>;
}

/** Answers the alarms of one queue, one process at a time for each. */
export class AlarmAnswerer {
  private readonly worker: Worker;

  constructor(client: RedisClient, prefix: string, { queue, answer }: Answering) {
    this.worker = new Worker(
      queue,
      async ({ name, data: content }) => {
        const alarm = parseAlarm(name, content);
        if (alarm !== null) await answer(alarm);
      },
      { connection: listenedTo(client), prefix: alarmPrefix(prefix), concurrency: 8 },
    );
    this.worker.on('error', () => undefined);
  }

  async close(): Promise<void> {
    await this.worker.close();
  }
}
