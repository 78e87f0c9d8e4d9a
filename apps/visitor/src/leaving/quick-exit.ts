import { Signal, type ReadableSignal } from '@warmline/client';
import { keyWentDown, keyWentUp, noShift, SHIFTS_TO_LEAVE } from './lone-shift';

export interface QuickExitPorts {
  /** The visitor's token, or null where the server has nothing to be told. */
  readonly token: () => string | null;
  readonly wipe: () => void;
  readonly neutral: { readonly title: string; readonly href: string };
  /** `location.replace`, so that no entry of this page stays in the history. */
  readonly replace: (href: string) => void;
}

/** Marks what leaves the page when pressed; listened for on the document, so it works before and whatever is drawn. */
export const EXIT_MARK = 'data-exit';

const isExit = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`[${EXIT_MARK}]`) !== null;

/** Leave now: everything happens in the tick of the press, asks nothing and waits for nothing. */
export class QuickExit {
  readonly #ports: QuickExitPorts;
  readonly #presses = new Signal(0);
  #shift = noShift;

  constructor(ports: QuickExitPorts) {
    this.#ports = ports;
  }

  /** How many of the three presses of Shift are made. */
  get presses(): ReadableSignal<number> {
    return this.#presses;
  }

  readonly leave = (): void => {
    document.documentElement.classList.add('left');
    document.body.hidden = true;
    document.title = this.#ports.neutral.title;
    const token = this.#ports.token();
    if (token !== null) this.#tellServer(token);
    this.#ports.wipe();
    document.body.replaceChildren();
    this.#ports.replace(this.#ports.neutral.href);
  };

  listen(): void {
    // The press leaves, not its release; a click without one comes from a keyboard or an assistive technology.
    for (const type of ['pointerdown', 'click'] as const)
      document.addEventListener(type, (event) => {
        if (isExit(event.target)) this.leave();
      });
    document.addEventListener('keydown', (event) => {
      if (event.repeat) return;
      if (event.key === 'Enter' && isExit(event.target)) return this.leave();
      this.#shift = keyWentDown(this.#shift, event.key, event.timeStamp);
      this.#presses.set(this.#shift.presses);
    });
    document.addEventListener('keyup', (event) => {
      this.#shift = keyWentUp(this.#shift, event.key, event.timeStamp);
      this.#presses.set(this.#shift.presses);
      if (this.#shift.presses >= SHIFTS_TO_LEAVE) this.leave();
    });
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      // Taken out of the browser's page cache: never show what was there, start from what the tab still holds.
      document.body.hidden = true;
      location.reload();
    });
  }

  #tellServer(token: string): void {
    fetch('/v/exit', {
      method: 'POST',
      keepalive: true,
      credentials: 'omit',
      headers: { Authorization: `Bearer ${token}` },
    }).catch(() => {
      // Offline: the server notices the missing page by itself.
    });
  }
}
