import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SECOND } from '@warmline/kernel';
import { ServiceContentReadModel, type ServiceRow } from '@warmline/postgres';
import { PeriodicJobs } from './periodic-jobs';

/** The one service that this process serves, at most a few seconds old. Read its fields when they are needed, and keep no copy. */
export const SERVICE = Symbol('Service');
export type Service = ServiceRow;

/** How often what an administrator may have changed is read again (ms). */
const READ_EVERY = 5 * SECOND;

/** Keeps the injected service up to date, so that no process restarts for another name or language. */
@Injectable()
export class ServiceRefreshJob implements OnApplicationBootstrap {
  constructor(
    private readonly content: ServiceContentReadModel,
    private readonly jobs: PeriodicJobs,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('service', this.jobs.timers.scaled(READ_EVERY), async () => {
      const now = await this.content.findService(this.service.id);
      if (now !== null) Object.assign(this.service, now);
    });
  }
}
