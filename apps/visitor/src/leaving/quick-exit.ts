import { Signal, type ReadableSignal } from '@warmline/client';
import { keyWentDown, keyWentUp, noShift, SHIFTS_TO_LEAVE } from './lone-shift';

export interface QuickExitPorts {
  /** The visitor's token, or null where the server does not need to know. */
  readonly token: () => string | null;
  /** What all tabs of this chat know it by, or null before a chat. Never the token. */
  readonly chat: () => string | null;
  readonly wipe: () => void;
  readonly neutral: { readonly title: string; readonly href: string };
  /** `location.replace`, so that no entry of this page stays in the history. */
  readonly replace: (href: string) => void;
}

/** Marks what leaves the page when pressed. The document listens for it, so it works before anything is drawn. */
export const EXIT_MARK = 'data-exit';

/** The tabs of this page in this browser hear each other here. */
const CHANNEL = 'left';

const isExit = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`[${EXIT_MARK}]`) !== null;

/** Leave now: everything happens in the task of the press, asks nothing and waits for nothing. */
export class QuickExit {
  readonly #ports: QuickExitPorts;
  readonly #presses = new Signal(0);
  // Missing in old browsers; there the server disconnects the other tabs.
  readonly #otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null;
  #shift = noShift;

  constructor(ports: QuickExitPorts) {
    this.#ports = ports;
  }

  /** How many of the three presses of Shift are made. */
  get presses(): ReadableSignal<number> {
    return this.#presses;
  }

  readonly leave = (): void => {
    const { token, chat } = this.#ports;
    this.#hide();
    const [known, id] = [token(), chat()];
    if (known !== null) this.#tellServer(known);
    if (id !== null) this.#otherTabs?.postMessage(id);
    this.#go();
  };

  listen(): void {
    // The press leaves, not its release. A click without a press comes from a keyboard or an assistive technology.
    for (const type of ['pointerdown', 'click'] as const)
      document.addEventListener(type, (event) => {
        if (!isExit(event.target)) return;
        event.preventDefault();
        this.leave();
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
      // Out of the browser's page cache: never show what was there, start from what the tab still holds.
      document.body.hidden = true;
      location.reload();
    });
    this.#otherTabs?.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.data !== this.#ports.chat()) return;
      this.#hide();
      this.#go();
    });
  }

  #hide(): void {
    document.documentElement.classList.add('left');
    document.body.hidden = true;
    document.title = this.#ports.neutral.title;
  }

  #go(): void {
    this.#ports.wipe();
    document.body.replaceChildren();
    this.#ports.replace(this.#ports.neutral.href);
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
