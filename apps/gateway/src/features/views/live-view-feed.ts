import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { LiveView } from '@warmline/contracts';
import type { ServiceId } from '@warmline/kernel';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';
import { ViewFeed } from '../../socket/view-feed';
import { LiveViews } from './live-view';

/** Between two sends (ms), at least: the whole view is read from Postgres each time. */
const PAUSE = 500;

/** Keeps supervisors' live views up to date: after every hint, and with every poll. */
@Injectable()
export class LiveViewFeed implements OnApplicationBootstrap {
  private readonly feed: ViewFeed<ServiceId, LiveView>;

  constructor(
    private readonly pages: ConnectedPages,
    views: LiveViews,
    private readonly jobs: PeriodicJobs,
  ) {
    this.feed = new ViewFeed({
      hasReaders: (service) => pages.hasConsolesIn(rooms.liveView(service)),
      loadViews: (services) =>
        Promise.all(services.map(async (service) => [service, await views.loadLiveView(service)] as const)),
      send: (service, view) => pages.staff?.to(rooms.liveView(service)).emit('live_view:changed', view),
      onError: jobs.logFailure('live views'),
      pause: PAUSE,
    });
  }

  onApplicationBootstrap(): void {
    this.jobs.start('live views', this.jobs.timers.pagePollInterval, async () => this.refresh());
  }

  refresh(): void {
    this.feed.refresh(this.pages.services());
  }
}
