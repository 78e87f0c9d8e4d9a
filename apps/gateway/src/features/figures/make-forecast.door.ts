import { Inject, Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { LOG, type Log } from '../../core/log';
import { nothing } from '../../core/reply';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { MakeForecast } from './make-forecast';

/** Takes seconds, so the answer only says that it has begun; how far it is and what came of it follow. */
@Injectable()
export class MakeForecastDoor implements Door<StaffPage, StaffCommands['forecast:make']> {
  readonly action = 'board.read';

  constructor(
    private readonly forecast: MakeForecast,
    @Inject(LOG) private readonly log: Log,
  ) {}

  handle({ socket }: StaffPage): Promise<Reply<Record<string, never>>> {
    const tell = (share: number): void => {
      socket.emit('forecast:changed', { share, forecast: null, failed: false });
    };
    void this.forecast
      .makeForecast(tell)
      .then((forecast) => socket.emit('forecast:changed', { share: 1, forecast, failed: false }))
      .catch((err: unknown) => {
        this.log.error({ err, what: 'forecast' }, 'a forecast could not be made');
        socket.emit('forecast:changed', { share: 0, forecast: null, failed: true });
      });
    return Promise.resolve(nothing);
  }
}
