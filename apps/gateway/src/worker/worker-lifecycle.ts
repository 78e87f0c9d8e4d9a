import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AlarmAnswerer, connectPatientRedis, Hints, type RedisClient } from '@warmline/redis';
import { settleWithin } from '../core/async/at-most';
import { CONFIG, type Config } from '../core/config';
import { PeriodicJobs } from '../core/periodic-jobs';
import { WorkerRounds } from './worker-rounds';

/** For each thing that has to end in a stop (ms). */
const END_WITHIN = 2_000;

/** Starts and stops the worker's part of a process. */
@Injectable()
export class WorkerLife implements OnApplicationBootstrap, OnApplicationShutdown {
  private stops: (() => Promise<void>)[] = [];
  private answerer: AlarmAnswerer | null = null;
  private client: RedisClient | null = null;

  constructor(
    private readonly rounds: WorkerRounds,
    private readonly hints: Hints,
    @Inject(CONFIG) private readonly config: Config,
    private readonly rhythm: PeriodicJobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const complain = this.rhythm.logFailure('round');
    this.hints.onRing(() => void this.rounds.ring().catch(complain));
    const client = await connectPatientRedis({ url: this.config.REDIS_URL, onError: complain });
    this.client = client;
    this.answerer = new AlarmAnswerer(client, this.config.REDIS_PREFIX, (alarm) => this.rounds.answer(alarm));
    const { workerInterval: round } = this.rhythm.timers;
    this.stops = [
      this.rhythm.start('sweep', round, () => this.rounds.sweep()),
      this.rhythm.start('round', round, () => this.rounds.listen()),
      this.rhythm.start('index', round, () => this.rounds.keepIndex()),
    ];
  }

  async onApplicationShutdown(): Promise<void> {
    await settleWithin(END_WITHIN, Promise.all(this.stops.map((stop) => stop())));
    await settleWithin(END_WITHIN, this.answerer?.close());
    await settleWithin(END_WITHIN, this.rounds.stop());
    if (this.client?.isOpen === true) this.client.destroy();
  }
}
