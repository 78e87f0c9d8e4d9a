import type { Wallboard } from '@warmline/contracts';
import type { StaffConnection } from './conversation-line';
import type { LiveStore } from './live-store';

export interface WallboardLinePorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
}

/** The supervisor's figures: asked for once, pushed from then on, asked for again after every return of the line. */
export class WallboardLine {
  readonly #ports: WallboardLinePorts;
  #isWanted = false;

  constructor(ports: WallboardLinePorts) {
    this.#ports = ports;
    ports.connection.on('wallboard:changed', (wallboard) => this.#take(wallboard));
  }

  async open(): Promise<void> {
    this.#isWanted = true;
    const { connection, store } = this.#ports;
    const outcome = await connection.send('wallboard:open', {});
    if (outcome.kind === 'done') this.#take(outcome.value);
    else store.setState({ wallboardFailed: true });
  }

  async resume(): Promise<void> {
    if (this.#isWanted) await this.open();
  }

  #take(wallboard: Wallboard): void {
    const { store } = this.#ports;
    const before = store.getState().wallboard;
    if (before !== null && wallboard.now < before.now) return;
    store.setState({ wallboard, wallboardFailed: false });
  }
}
