import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AlarmAnswerer, connectPatientRedis, type RedisClient } from '@warmline/redis';
import { settleWithin } from '../core/async/timeout';
import { CONFIG, type Config } from '../core/config';
import { PeriodicJobs } from '../core/periodic-jobs';
import { Deadlines } from './deadlines';

/** For running answers to end when the process stops (ms). */
const END_WITHIN = 2_000;

/** Answers alarms from Redis. One that is lost there is found by the sweep. */
@Injectable()
export class AlarmListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private answerer: AlarmAnswerer | null = null;
  private client: RedisClient | null = null;

  constructor(
    private readonly deadlines: Deadlines,
    private readonly jobs: PeriodicJobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { REDIS_URL: url, REDIS_PREFIX: prefix } = this.config;
    const client = await connectPatientRedis({ url, onError: this.jobs.logFailure('alarms') });
    this.client = client;
    this.answerer = new AlarmAnswerer(client, prefix, {
      queue: 'alarms',
      answer: (alarm) => this.deadlines.answerAlarm(alarm),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await settleWithin(END_WITHIN, this.answerer?.close());
    if (this.client?.isOpen === true) this.client.destroy();
  }
}
