import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { DoorView } from '@warmline/contracts';
import { atMost } from '../../core/async/at-most';
import { Rhythm } from '../../core/rhythm';
import { Namespaces } from '../../socket/namespaces';
import { rooms } from '../../socket/rooms';
import { DoorViews } from './opening-view';
import { ServiceDoor } from './service-opening';

const withoutTime = ({ now: _now, ...view }: DoorView): string => JSON.stringify(view);

/** Tells supervisors who are connected here whenever the door changes, whoever or whatever changed it. */
@Injectable()
export class LiveDoor implements OnApplicationBootstrap, OnModuleDestroy {
  private told = '';
  private stop: (() => Promise<void>) | null = null;

  constructor(
    private readonly namespaces: Namespaces,
    private readonly views: DoorViews,
    private readonly door: ServiceDoor,
    private readonly rhythm: Rhythm,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = this.rhythm.start('door', this.rhythm.timers.tick, () => this.look());
  }

  async onModuleDestroy(): Promise<void> {
    await atMost(this.rhythm.timers.tick, this.stop?.());
  }

  private async look(): Promise<void> {
    const watching = [rooms.door(this.door.service), rooms.board(this.door.service)];
    const { staff } = this.namespaces;
    if (!watching.some((room) => staff?.adapter.rooms.has(room) === true)) return;
    const view = await this.views.read();
    const text = withoutTime(view);
    if (text === this.told) return;
    this.told = text;
    staff?.to(watching).emit('door:changed', view);
  }
}
