import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Desk } from '@warmline/contracts';
import { staffId, type ConversationId, type StaffId } from '@warmline/kernel';
import { DeskFingerprintReadModel } from '@warmline/postgres';
import { LiveIndex, visitorPresence, type Presence } from '@warmline/redis';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';
import type { StaffSocket } from '../../socket/sockets';
import { ViewFeed } from '../../socket/view-feed';
import { DeskViews } from './desk-view';

/** Keeps desks up to date. A poll compares the fingerprints of all desks connected here, since hints may be lost. */
@Injectable()
export class DeskFeed implements OnApplicationBootstrap {
  private readonly feed: ViewFeed<StaffId, Desk>;

  constructor(
    private readonly pages: ConnectedPages,
    desks: DeskViews,
    private readonly fingerprints: DeskFingerprintReadModel,
    private readonly index: LiveIndex,
    private readonly jobs: PeriodicJobs,
  ) {
    this.feed = new ViewFeed({
      hasReaders: (staff) => pages.hasConsolesIn(rooms.desk(staff)),
      loadViews: async (staff) => (await desks.loadDesks(staff)).map((desk) => [staffId(desk.me.id), desk]),
      send: (staff, desk) => pages.staff?.to(rooms.desk(staff)).emit('desk:changed', desk),
      onError: jobs.logFailure('desks'),
    });
  }

  onApplicationBootstrap(): void {
    this.jobs.start('desks', this.jobs.timers.pagePollInterval, () => this.poll());
  }

  refresh(staff: Iterable<StaffId>): void {
    this.feed.refresh(staff);
  }

  /**
   * Messages that a console receives live do not change its desk. Where one of a person's consoles does not receive them, the
   * head of the timeline is part of the fingerprint.
   */
  private async poll(): Promise<void> {
    const stored = await this.fingerprints.loadFingerprints([...this.pages.people().keys()]);
    const visitors = stored.flatMap(({ conversations }) =>
      conversations.map(({ id }) => visitorPresence(id)),
    );
    const present = await this.index.presentAmong(visitors).catch(() => new Set<Presence>());
    const consoles = this.consolesByPerson();
    this.feed.refreshChanged(
      new Map(
        stored.map(({ staff, fingerprint, conversations }) => {
          const here = conversations.filter(({ id }) => present.has(visitorPresence(id))).map(({ id }) => id);
          const unread = conversations
            .filter(({ id }) => !receives(consoles.get(staff) ?? [], id))
            .map(({ id, head }) => `${id}:${head}`);
          return [staff, `${fingerprint} ${here.join()} ${unread.join()}`];
        }),
      ),
    );
  }

  private consolesByPerson(): Map<StaffId, StaffSocket[]> {
    const consoles = new Map<StaffId, StaffSocket[]>();
    for (const console of this.pages.consoles()) {
      const { staff } = console.data.person;
      consoles.set(staff, [...(consoles.get(staff) ?? []), console]);
    }
    return consoles;
  }
}

const receives = (consoles: readonly StaffSocket[], conversation: ConversationId): boolean =>
  consoles.every((console) => console.rooms.has(rooms.conversation(conversation)));
