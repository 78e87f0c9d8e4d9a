import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Wallboard } from '@warmline/contracts';
import type { ServiceId } from '@warmline/kernel';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';
import { ViewFeed } from '../../socket/view-feed';
import { WallboardViews } from './wallboard-view';

/** Everything but the fields that change only because time passes. */
const fingerprintOf = ({ now: _now, from: _from, steps, ...figures }: Wallboard): string =>
  JSON.stringify([
    figures,
    steps.map((step, at) => (at === steps.length - 1 ? { ...step, to: 0, longest: 0 } : step)),
  ]);

/** Sends the figures to the wallboards connected here: with every poll, if they changed. */
@Injectable()
export class WallboardFeed implements OnApplicationBootstrap {
  private readonly feed: ViewFeed<ServiceId, Wallboard>;

  constructor(
    private readonly pages: ConnectedPages,
    views: WallboardViews,
    private readonly jobs: PeriodicJobs,
  ) {
    this.feed = new ViewFeed({
      hasReaders: (service) => pages.hasConsolesIn(rooms.wallboard(service)),
      loadViews: (services) =>
        Promise.all(services.map(async (service) => [service, await views.loadWallboard(service)] as const)),
      send: (service, view) => pages.staff?.to(rooms.wallboard(service)).emit('wallboard:changed', view),
      fingerprint: fingerprintOf,
      onError: jobs.logFailure('wallboard'),
    });
  }

  onApplicationBootstrap(): void {
    this.jobs.start('wallboard', this.jobs.timers.pagePollInterval, async () => this.poll());
  }

  private poll(): void {
    const services = [...this.pages.services()];
    const watched = services.filter((service) => this.pages.hasConsolesIn(rooms.wallboard(service)));
    this.feed.keepOnly(new Set(watched));
    this.feed.refresh(watched);
  }
}
