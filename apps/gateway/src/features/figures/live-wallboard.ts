import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Wallboard } from '@warmline/contracts';
import type { ServiceId } from '@warmline/kernel';
import { settleWithin } from '../../core/async/at-most';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';
import { WallboardViews } from './wallboard-view';

/** Pushes the figures to whoever watches them here: with every tick, if they are others than the last ones pushed. */
@Injectable()
export class LiveWallboard implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly pushed = new Map<ServiceId, string>();
  private stop: () => Promise<void> = async () => undefined;

  constructor(
    private readonly namespaces: ConnectedPages,
    private readonly wallboards: WallboardViews,
    private readonly rhythm: PeriodicJobs,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = this.rhythm.start('wallboard', this.rhythm.timers.pagePollInterval, () => this.push());
  }

  async onModuleDestroy(): Promise<void> {
    await settleWithin(this.rhythm.timers.pagePollInterval, this.stop());
  }

  private async push(): Promise<void> {
    const watched = this.watched();
    for (const id of this.pushed.keys()) if (!watched.has(id)) this.pushed.delete(id);
    for (const id of watched) {
      const wallboard = await this.wallboards.loadWallboard(id);
      const print = printOf(wallboard);
      if (this.pushed.get(id) === print) continue;
      this.namespaces.staff?.to(rooms.wallboard(id)).emit('wallboard:changed', wallboard);
      this.pushed.set(id, print);
    }
  }

  private watched(): Set<ServiceId> {
    const { staff } = this.namespaces;
    const services = [...(staff?.sockets.values() ?? [])].map(({ data: console }) => console.person.service);
    return new Set(services.filter((id) => staff?.adapter.rooms.has(rooms.wallboard(id)) ?? false));
  }
}

/** What it says, without what only says that time goes by. */
const printOf = ({ now: _now, from: _from, steps, ...figures }: Wallboard): string =>
  JSON.stringify([
    figures,
    steps.map((step, place) => (place === steps.length - 1 ? { ...step, to: 0, longest: 0 } : step)),
  ]);
