import { Inject, Injectable } from '@nestjs/common';
import { LOG, type Log } from '../../core/log';
import { done, nothing } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { rooms } from '../../socket/rooms';
import type { StaffSocket } from '../../socket/sockets';
import { MakeForecast } from './make-forecast';
import { WallboardViews } from './wallboard-view';

@Injectable()
export class FigureCommands {
  readonly table = defineStaffCommands({
    'wallboard:open': {
      permission: 'board.read',
      run: async ({ socket, person }) => {
        await socket.join(rooms.wallboard(person.service));
        return done(await this.wallboards.loadWallboard(person.service));
      },
    },
    'forecast:make': {
      permission: 'board.read',
      // It takes seconds, so the answer only says that it has begun. Progress and result follow as notices.
      run: ({ socket }) => {
        void this.sendForecast(socket);
        return Promise.resolve(nothing);
      },
    },
  });

  constructor(
    private readonly wallboards: WallboardViews,
    private readonly forecasts: MakeForecast,
    @Inject(LOG) private readonly log: Log,
  ) {}

  private async sendForecast(socket: StaffSocket): Promise<void> {
    const tell = (share: number): void => {
      socket.emit('forecast:changed', { share, forecast: null, failed: false });
    };
    try {
      const forecast = await this.forecasts.makeForecast(tell);
      socket.emit('forecast:changed', { share: 1, forecast, failed: false });
    } catch (err) {
      this.log.error({ err, what: 'forecast' }, 'a forecast could not be made');
      socket.emit('forecast:changed', { share: 0, forecast: null, failed: true });
    }
  }
}
