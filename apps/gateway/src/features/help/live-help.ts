import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { HelpView } from '@warmline/contracts';
import type { ServiceId, StaffId } from '@warmline/kernel';
import { HelpBell } from '@warmline/redis';
import { settleWithin } from '../../core/async/at-most';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';
import { HelpViews, type Looking } from './help-view';

/** Pushes what people ask of each other to whoever is connected here: when the bell rings, and with every tick. */
@Injectable()
export class LiveHelp implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly pushed = new Map<StaffId, string>();
  private pushing: Promise<void> | null = null;
  private again = false;
  private stop: () => Promise<void> = async () => undefined;

  constructor(
    private readonly namespaces: ConnectedPages,
    private readonly views: HelpViews,
    private readonly bell: HelpBell,
    private readonly rhythm: PeriodicJobs,
  ) {}

  onApplicationBootstrap(): void {
    this.bell.onRing(() => void this.push().catch(this.rhythm.logFailure('help')));
    this.stop = this.rhythm.start('help', this.rhythm.timers.pagePollInterval, () => this.push());
  }

  async onModuleDestroy(): Promise<void> {
    await settleWithin(this.rhythm.timers.pagePollInterval, this.stop());
  }

  /** They have been shown something since: whatever comes next is pushed to them, even what was pushed last. */
  wasShown(staff: StaffId): void {
    this.pushed.delete(staff);
  }

  /** One at a time; asked meanwhile, once more afterwards. */
  private push(): Promise<void> {
    this.again = true;
    this.pushing ??= this.pushAll().finally(() => {
      this.pushing = null;
    });
    return this.pushing;
  }

  private async pushAll(): Promise<void> {
    while (this.again) {
      this.again = false;
      const people = this.people();
      for (const id of this.pushed.keys()) if (!people.has(id)) this.pushed.delete(id);
      for (const service of new Set([...people.values()].map((person) => person.service)))
        await this.pushIn(service);
    }
  }

  private async pushIn(service: ServiceId): Promise<void> {
    const hasSupervisors = [...this.people().values()].some(({ role }) => role === 'supervisor');
    const viewOf = await this.views.loadService(service, hasSupervisors);
    for (const person of this.people().values()) {
      if (person.service !== service) continue;
      const view = viewOf(person);
      const print = printOf(view);
      if (this.pushed.get(person.staff) === print) continue;
      this.namespaces.staff?.to(rooms.desk(person.staff)).emit('help:changed', view);
      this.pushed.set(person.staff, print);
    }
  }

  private people(): Map<StaffId, Looking & { readonly service: ServiceId }> {
    const consoles = [...(this.namespaces.staff?.sockets.values() ?? [])];
    return new Map(consoles.map(({ data: { person } }) => [person.staff, person]));
  }
}

/** What it says, without what only says that time goes by. */
const printOf = ({ now: _now, ...view }: HelpView): string => JSON.stringify(view);
