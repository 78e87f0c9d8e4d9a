import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AlarmAnswerer, connectPatientRedis, Hints, type RedisClient } from '@warmline/redis';
import { CONFIG, type Config } from '../platform/config';
import { LOG, type Log } from '../platform/log';
import { WorkerRounds } from './worker-rounds';

/** Between two rounds of the floor below bells and alarms (ms). */
const ROUND = 2_000;

/** Starts and stops the worker's part of a process. */
@Injectable()
export class WorkerLife implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private answerer: AlarmAnswerer | null = null;
  private client: RedisClient | null = null;

  constructor(
    private readonly rounds: WorkerRounds,
    private readonly hints: Hints,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.hints.onRing(() => void this.rounds.ring().catch(this.complain));
    const client = await connectPatientRedis({ url: this.config.REDIS_URL, onError: this.complain });
    this.client = client;
    this.answerer = new AlarmAnswerer(client, this.config.REDIS_PREFIX, (alarm) => this.rounds.answer(alarm));
    this.timer = setInterval(() => this.round(), ROUND);
    this.round();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
    await this.answerer?.close();
    await this.client?.close();
    await this.rounds.stop();
  }

  private round(): void {
    this.running ??= this.rounds
      .round()
      .catch(this.complain)
      .finally(() => {
        this.running = null;
      });
  }

  private readonly complain = (err: unknown): void =>
    this.log.warn({ err, what: 'round' }, 'the next round tries again');
}
