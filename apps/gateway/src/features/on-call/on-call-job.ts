import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SECOND } from '@warmline/kernel';
import { OnCallReadModel } from '@warmline/postgres';
import { AlarmAnswerer, connectPatientRedis, type RedisClient } from '@warmline/redis';
import { forEachSettled } from '../../core/async/batch';
import { settleWithin } from '../../core/async/timeout';
import { CONFIG, type Config } from '../../core/config';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { SERVICE, type Service } from '../../core/service-settings';
import { SendMessage } from './send-message';
import { TellContacts } from './tell-contacts';

/** For running messages to end when the process stops (ms). */
const END_WITHIN = 2_000;
/** A message that no alarm told of is found when it is so late (ms). */
const LATE = 3 * SECOND;
/** Found in one sweep, at most; the next sweep finds the rest. */
const FOUND_MAX = 10;

/** Looks whether on-call contacts must be told, and sends what is due. Alarms from Redis make it quick; the sweep makes it sure. */
@Injectable()
export class OnCallJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private answerer: AlarmAnswerer | null = null;
  private client: RedisClient | null = null;

  constructor(
    private readonly tellContacts: TellContacts,
    private readonly sendMessage: SendMessage,
    private readonly messages: OnCallReadModel,
    private readonly jobs: PeriodicJobs,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { timers } = this.jobs;
    this.jobs.start('on-call contacts', timers.workerInterval, () => this.tellContacts.tellIfAlone());
    // Apart, since a server that does not answer keeps it waiting.
    this.jobs.start('on-call messages', timers.workerInterval, () => this.sendOverdue());
    const { REDIS_URL: url, REDIS_PREFIX: prefix } = this.config;
    const client = await connectPatientRedis({ url, onError: this.jobs.logFailure('on-call alarms') });
    this.client = client;
    this.answerer = new AlarmAnswerer(client, prefix, {
      queue: 'on-call',
      answer: ({ id }) => this.sendMessage.send(id),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await settleWithin(END_WITHIN, this.answerer?.close());
    if (this.client?.isOpen === true) this.client.destroy();
  }

  private async sendOverdue(): Promise<void> {
    const due = await this.messages.findDue(this.service.id, this.jobs.timers.scaled(LATE), FOUND_MAX);
    await forEachSettled(due, (id) => this.sendMessage.send(id));
  }
}
