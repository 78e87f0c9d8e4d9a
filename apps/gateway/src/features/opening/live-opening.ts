import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { OpeningView } from '@warmline/contracts';
import { settleWithin } from '../../core/async/at-most';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';
import { OpeningViews } from './opening-view';
import { ServiceOpening } from './service-opening';

const withoutTime = ({ now: _now, ...view }: OpeningView): string => JSON.stringify(view);

/** Tells supervisors who are connected here whenever the door changes, whoever or whatever changed it. */
@Injectable()
export class LiveDoor implements OnApplicationBootstrap, OnModuleDestroy {
  private told = '';
  private stop: (() => Promise<void>) | null = null;

  constructor(
    private readonly namespaces: ConnectedPages,
    private readonly views: OpeningViews,
    private readonly door: ServiceOpening,
    private readonly rhythm: PeriodicJobs,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = this.rhythm.start('door', this.rhythm.timers.pagePollInterval, () => this.look());
  }

  async onModuleDestroy(): Promise<void> {
    await settleWithin(this.rhythm.timers.pagePollInterval, this.stop?.());
  }

  private async look(): Promise<void> {
    const watching = [rooms.opening(this.door.service), rooms.liveView(this.door.service)];
    const { staff } = this.namespaces;
    if (!watching.some((room) => staff?.adapter.rooms.has(room) === true)) return;
    const view = await this.views.loadView();
    const text = withoutTime(view);
    if (text === this.told) return;
    this.told = text;
    staff?.to(watching).emit('opening:changed', view);
  }
}
