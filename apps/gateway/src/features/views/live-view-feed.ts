import { randomInt } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { LiveView, LiveViewUpdate } from '@warmline/contracts';
import type { ServiceId } from '@warmline/kernel';
import { BatchLoader } from '../../core/async/batch';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';
import { isReadingSlowly } from '../../socket/slow-reader';
import type { StaffSocket } from '../../socket/sockets';
import { LiveViews } from './live-view';
import { liveViewUpdates, reminderOf } from './live-view-updates';

/** Between two sends (ms), at least: the whole view is read from Postgres each time. */
const PAUSE = 500;
/** Loaded together, at most. */
const SERVICES = 100;

/**
 * Keeps supervisors' live views up to date: after every hint, and with every poll. Consoles get the whole view when they open
 * it, and from then on only what changed. A console that reads slowly is shown nothing until it has read on; it then hears which
 * version is the newest, and opens the view again.
 */
@Injectable()
export class LiveViewFeed implements OnApplicationBootstrap {
  private readonly batches: BatchLoader<ServiceId>;
  private readonly shown = new Map<ServiceId, LiveView>();
  /** The load that is under way for each service, or the last one: the next begins after it, so that versions follow each other. */
  private readonly loads = new Map<ServiceId, Promise<unknown>>();
  /** Consoles that missed an update. */
  private readonly behind = new Set<StaffSocket>();
  /** Begins anywhere and never goes back, so that no update fits a view of another gateway, or from before everyone left. */
  private versions = randomInt(2 ** 40);

  constructor(
    private readonly pages: ConnectedPages,
    private readonly views: LiveViews,
    private readonly jobs: PeriodicJobs,
  ) {
    this.batches = new BatchLoader(
      async (services) => {
        await Promise.all(services.map((service) => this.loadNewest(service)));
      },
      { size: SERVICES, pause: PAUSE, onError: jobs.logFailure('live views') },
    );
  }

  onApplicationBootstrap(): void {
    this.jobs.start('live views', this.jobs.timers.pagePollInterval, async () => this.poll());
  }

  refresh(): void {
    const watched = [...this.pages.services()].filter((service) =>
      this.pages.hasConsolesIn(rooms.liveView(service)),
    );
    this.batches.add(watched);
  }

  /** The view as it is now. Consoles that show it hear what is new in it. */
  loadNewest(service: ServiceId): Promise<LiveView> {
    const before = this.loads.get(service) ?? Promise.resolve();
    const loaded = before.then(() => this.loadNext(service));
    this.loads.set(
      service,
      loaded.catch(() => undefined),
    );
    return loaded;
  }

  private poll(): void {
    for (const service of this.shown.keys())
      if (!this.pages.hasConsolesIn(rooms.liveView(service))) {
        this.shown.delete(service);
        this.loads.delete(service);
      }
    this.remindThoseBehind();
    this.refresh();
  }

  private async loadNext(service: ServiceId): Promise<LiveView> {
    const loaded = await this.views.loadLiveView(service);
    const before = this.shown.get(service);
    const updates = before === undefined ? [] : liveViewUpdates(before, loaded);
    const version = before === undefined ? this.versions + 1 : (updates.at(-1)?.version ?? before.version);
    this.versions = Math.max(this.versions, version);
    const view = { version, ...loaded };
    this.shown.set(service, view);
    this.send(service, updates);
    return view;
  }

  private send(service: ServiceId, updates: readonly LiveViewUpdate[]): void {
    for (const console of this.pages.consolesIn(rooms.liveView(service)))
      if (this.behind.has(console) || isReadingSlowly(console.conn)) this.behind.add(console);
      else for (const update of updates) console.emit('live_view:changed', update);
  }

  private remindThoseBehind(): void {
    for (const console of this.behind) {
      if (console.connected && isReadingSlowly(console.conn)) continue;
      this.behind.delete(console);
      const view = this.shown.get(console.data.person.service);
      if (console.connected && view !== undefined) console.emit('live_view:changed', reminderOf(view));
    }
  }
}
