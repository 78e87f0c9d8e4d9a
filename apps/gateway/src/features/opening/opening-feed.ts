import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { OpeningView } from '@warmline/contracts';
import type { ServiceId } from '@warmline/kernel';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';
import { ViewFeed } from '../../socket/view-feed';
import { OpeningViews } from './opening-view';
import { ServiceOpening } from './service-opening';

/** The rooms of consoles that show the opening state. */
const roomsOf = (service: ServiceId): string[] => [rooms.opening(service), rooms.liveView(service)];

/** Tells supervisors connected here of every change of the opening state. It changes by itself too, so it is polled. */
@Injectable()
export class OpeningFeed implements OnApplicationBootstrap {
  private readonly feed: ViewFeed<ServiceId, OpeningView>;

  constructor(
    pages: ConnectedPages,
    views: OpeningViews,
    private readonly opening: ServiceOpening,
    private readonly jobs: PeriodicJobs,
  ) {
    this.feed = new ViewFeed({
      hasReaders: (service) => roomsOf(service).some((room) => pages.hasConsolesIn(room)),
      loadViews: async (services) => {
        const view = await views.loadView();
        return services.map((service) => [service, view]);
      },
      send: (service, view) => pages.staff?.to(roomsOf(service)).emit('opening:changed', view),
      fingerprint: ({ now: _now, ...view }) => JSON.stringify(view),
      onError: jobs.logFailure('opening'),
    });
  }

  onApplicationBootstrap(): void {
    this.jobs.start('opening', this.jobs.timers.pagePollInterval, async () =>
      this.feed.refresh([this.opening.service]),
    );
  }
}
