import { createNodeRedisClient, Queue, Worker } from 'bullmq';
import type { RedisClient } from './connection';
import { alarmPrefix } from './keys';

/** Deadlines that send a command back in. Each carries an id only; the rules decide again when it is due. */
export type AlarmKind = 'offer_expiry' | 'quick_exit';

export interface Alarm {
  readonly kind: AlarmKind;
  /** The offer's or the conversation's id. */
  readonly id: string;
}

const QUEUE = 'alarms';

/** Null for any other job. */
const parseAlarm = (kind: string, content: unknown): Alarm | null => {
  if (kind !== 'offer_expiry' && kind !== 'quick_exit') return null;
  if (typeof content !== 'object' || content === null || !('id' in content)) return null;
  return typeof content.id === 'string' ? { kind, id: content.id } : null;
};

/** Sets alarms. A lost alarm costs time until the next sweep, never the deadline itself. */
export class AlarmClock {
  private readonly queue: Queue;

  constructor(client: RedisClient, prefix: string) {
    this.queue = new Queue(QUEUE, {
      connection: createNodeRedisClient(client),
      prefix: alarmPrefix(prefix),
      defaultJobOptions: { removeOnComplete: true, removeOnFail: 1_000 },
    });
    this.queue.on('error', () => undefined);
  }

  /** Due once after `delay` ms; setting the same alarm again changes nothing. */
  async set({ kind, id }: Alarm, delay: number): Promise<void> {
    await this.queue.add(kind, { id }, { delay, jobId: `${kind}-${id}` });
  }

  async close(): Promise<void> {
    await this.queue.close();
  }
}

/** Answers alarms, one process at a time for each. */
export class AlarmAnswerer {
  private readonly worker: Worker;

  constructor(client: RedisClient, prefix: string, answer: (alarm: Alarm) => Promise<void>) {
    this.worker = new Worker(
      QUEUE,
      async ({ name, data: content }) => {
        const alarm = parseAlarm(name, content);
        if (alarm !== null) await answer(alarm);
      },
      { connection: createNodeRedisClient(client), prefix: alarmPrefix(prefix), concurrency: 8 },
    );
    this.worker.on('error', () => undefined);
  }

  async close(): Promise<void> {
    await this.worker.close();
  }
}
