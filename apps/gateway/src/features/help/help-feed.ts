import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { HelpView } from '@warmline/contracts';
import type { StaffId } from '@warmline/kernel';
import { HelpChannel } from '@warmline/redis';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';
import { ViewFeed } from '../../socket/view-feed';
import { HelpViews } from './help-view';

/** Keeps what people ask of each other up to date on every console connected here: after each change, and with every poll. */
@Injectable()
export class HelpFeed implements OnApplicationBootstrap {
  private readonly feed: ViewFeed<StaffId, HelpView>;

  constructor(
    private readonly pages: ConnectedPages,
    private readonly views: HelpViews,
    private readonly helpChannel: HelpChannel,
    private readonly jobs: PeriodicJobs,
  ) {
    this.feed = new ViewFeed({
      hasReaders: (staff) => pages.hasConsolesIn(rooms.desk(staff)),
      loadViews: (staff) => this.loadViews(staff),
      send: (staff, view) => pages.staff?.to(rooms.desk(staff)).emit('help:changed', view),
      fingerprint: ({ now: _now, ...view }) => JSON.stringify(view),
      onError: jobs.logFailure('help'),
      pause: 0,
    });
  }

  onApplicationBootstrap(): void {
    this.helpChannel.onNotification(() => this.refreshAll());
    this.jobs.start('help', this.jobs.timers.pagePollInterval, async () => this.refreshAll());
  }

  /** An answer has shown this person something since: their next view is sent whatever it says. */
  forgetShown(staff: StaffId): void {
    this.feed.forget(staff);
  }

  private refreshAll(): void {
    const people = this.pages.people();
    this.feed.keepOnly(people);
    this.feed.refresh(people.keys());
  }

  /** One query a service, for everyone of it. */
  private async loadViews(staff: readonly StaffId[]): Promise<(readonly [StaffId, HelpView])[]> {
    const connected = this.pages.people();
    const people = staff.flatMap((id) => connected.get(id) ?? []);
    const hasSupervisors = people.some(({ role }) => role === 'supervisor');
    const services = [...new Set(people.map(({ service }) => service))];
    const loaded = await Promise.all(
      services.map(async (id) => [id, await this.views.loadService(id, hasSupervisors)] as const),
    );
    return loaded.flatMap(([id, viewOf]) =>
      people.filter(({ service }) => service === id).map((person) => [person.staff, viewOf(person)] as const),
    );
  }
}
