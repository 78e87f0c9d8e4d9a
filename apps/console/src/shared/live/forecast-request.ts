import type { StaffNotices } from '@warmline/contracts';
import type { StaffConnection } from './conversation-client';
import type { LiveStore } from './live-store';

export interface ForecastRequestPorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
}

/** A forecast: its request, its progress and its result. */
export class ForecastRequest {
  readonly #ports: ForecastRequestPorts;

  constructor(ports: ForecastRequestPorts) {
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

  /** What was under way when the connection broke is requested again. */
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
