import type { StaffNotices } from '@warmline/contracts';
import type { StaffConnection } from './conversation-line';
import type { LiveStore } from './live-store';

export interface ForecastLinePorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
}

/** A look ahead: asked for, how far it is, and what came of it. */
export class ForecastLine {
  readonly #ports: ForecastLinePorts;

  constructor(ports: ForecastLinePorts) {
    this.#ports = ports;
    ports.connection.on('forecast:changed', (told) => this.#take(told));
  }

  async make(): Promise<void> {
    const { connection, store } = this.#ports;
    store.setState(({ forecast }) => ({
      forecast: { made: forecast?.made ?? null, share: 0, state: 'under_way' },
    }));
    const outcome = await connection.send('forecast:make', {});
    if (outcome.kind !== 'done') this.#fail();
  }

  /** What was under way on the lost line is asked for again. */
  async resume(): Promise<void> {
    if (this.#ports.store.getState().forecast?.state === 'under_way') await this.make();
  }

  #fail(): void {
    this.#ports.store.setState(({ forecast }) => ({
      forecast: { made: forecast?.made ?? null, share: 0, state: 'failed' },
    }));
  }

  #take({ share, forecast, failed }: StaffNotices['forecast:changed']): void {
    if (failed) return this.#fail();
    this.#ports.store.setState((state) => ({
      forecast: {
        made: forecast ?? state.forecast?.made ?? null,
        share,
        state: forecast === null ? 'under_way' : 'made',
      },
    }));
  }
}
