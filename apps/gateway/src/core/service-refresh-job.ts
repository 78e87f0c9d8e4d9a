import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SECOND } from '@warmline/kernel';
import { ServiceContentReadModel } from '@warmline/postgres';
import { PeriodicJobs } from './periodic-jobs';
import { SERVICE, type Service } from './service-settings';

/** Between two looks at what an administrator may have changed (ms). */
const LOOK_EVERY = 5 * SECOND;

/** Keeps the service as everyone here knows it like the one that is set up: nobody restarts for another name or language. */
@Injectable()
export class ServiceRefreshJob implements OnApplicationBootstrap, OnModuleDestroy {
  private stop: (() => Promise<void>) | null = null;

  constructor(
    private readonly content: ServiceContentReadModel,
    private readonly rhythm: PeriodicJobs,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = this.rhythm.start('service', this.rhythm.timers.scaled(LOOK_EVERY), async () => {
      const now = await this.content.findService();
      if (now !== null) Object.assign(this.service, now);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop?.();
  }
}
