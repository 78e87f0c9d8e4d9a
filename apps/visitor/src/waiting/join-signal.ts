import { Signal, type ReadableSignal } from '@warmline/client';
import { words } from '../language/catalogue';
import type { TabMemory } from '../visit/tab-memory';

export interface JoinSignalPorts {
  readonly memory: TabMemory;
  readonly isVisible: () => boolean;
  readonly setTitle: (title: string) => void;
  /** Does nothing on a device that cannot. */
  readonly vibrate: (milliseconds: number) => void;
}

const VIBRATION_MS = 200;

/** Tells a visitor who looks at another tab that someone has joined, if they asked for it. The words on the tab say nothing. */
export class JoinSignal {
  readonly #ports: JoinSignalPorts;
  readonly #isWanted: Signal<boolean>;
  #isShown = false;

  constructor(ports: JoinSignalPorts) {
    this.#ports = ports;
    this.#isWanted = new Signal(ports.memory.readWantsJoinSignal());
  }

  get isWanted(): ReadableSignal<boolean> {
    return this.#isWanted;
  }

  want(isWanted: boolean): void {
    this.#isWanted.set(isWanted);
    this.#ports.memory.keepWantsJoinSignal(isWanted);
  }

  joined(): void {
    if (!this.#isWanted.get() || this.#ports.isVisible()) return;
    this.#isShown = true;
    this.#ports.setTitle(words.waiting.signalTitle);
    this.#ports.vibrate(VIBRATION_MS);
  }

  /** The page has come to the front. */
  seen(): void {
    if (this.#isShown) this.#ports.setTitle(words.title);
    this.#isShown = false;
  }
}
