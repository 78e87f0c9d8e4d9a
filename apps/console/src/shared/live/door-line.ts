import type { Outcome } from '@warmline/client';
import type { DoorReason, DoorSetting, DoorView } from '@warmline/contracts';
import type { StaffConnection } from './conversation-line';
import type { LiveStore } from './live-store';

export interface DoorLinePorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
}

/** The service's door: asked for once, pushed from then on, asked for again after every return of the line. */
export class DoorLine {
  readonly #ports: DoorLinePorts;
  #isWanted = false;

  constructor(ports: DoorLinePorts) {
    this.#ports = ports;
    ports.connection.on('door:changed', (door) => this.#take(door));
  }

  async open(): Promise<void> {
    this.#isWanted = true;
    this.#heard(await this.#ports.connection.send('door:read', {}));
  }

  async resume(): Promise<void> {
    if (this.#isWanted) await this.open();
  }

  async set(setting: DoorSetting, reason: DoorReason): Promise<Outcome<DoorView>> {
    return this.#heard(await this.#ports.connection.send('door:set', { setting, reason }));
  }

  async keepOpen(): Promise<Outcome<DoorView>> {
    return this.#heard(await this.#ports.connection.send('door:keep_open', {}));
  }

  #heard(outcome: Outcome<DoorView>): Outcome<DoorView> {
    if (outcome.kind === 'done') this.#take(outcome.value);
    return outcome;
  }

  #take(door: DoorView): void {
    const { store } = this.#ports;
    const before = store.getState().door;
    if (before === null || door.now >= before.now) store.setState({ door });
  }
}
