import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { FloodReadModel } from '@warmline/postgres';
import { ClientNetwork } from '../../core/client-network';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { SERVICE, type Service } from '../../core/service-settings';

/**
 * The crowds whose new chats two supervisors have asked for a proof of work. Read again every few seconds, and known here until
 * their time is over. While there are some, the key under which networks were named before is kept, so that they are found.
 */
@Injectable()
export class AskedProofs implements OnApplicationBootstrap {
  /** By crowd: until when, by the clock of `performance`. */
  private asked: ReadonlyMap<string, number> = new Map();

  constructor(
    private readonly floods: FloodReadModel,
    private readonly networks: ClientNetwork,
    private readonly jobs: PeriodicJobs,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('asked proofs', this.jobs.timers.pagePollInterval, () => this.refresh());
  }

  /** Whether one of these crowds is asked for a proof now. */
  isAsked(crowds: readonly string[]): boolean {
    return crowds.some((crowd) => (this.asked.get(crowd) ?? 0) > performance.now());
  }

  get isEmpty(): boolean {
    return this.asked.size === 0;
  }

  private async refresh(): Promise<void> {
    const found = await this.floods.findAskedProofs(this.service.id);
    const now = performance.now();
    this.asked = new Map(found.map(({ crowd, left }) => [crowd, now + left]));
    this.networks.names.holdUntil(performance.timeOrigin + Math.max(0, ...this.asked.values()));
  }
}
