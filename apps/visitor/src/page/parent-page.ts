import type { ReadableSignal, Timeline } from '@warmline/client';
import { readFrameMessage, type FrameMessage } from '@warmline/vocabulary';
import { words } from '../language/catalogue';

/** How long the site may take to leave its page (ms). Then the frame says what to do. */
const LEAVE_MS = 1_000;

export interface ParentPagePorts {
  /** The window that holds the frame: the only one that is believed. */
  readonly parent: Window;
  /** The panel is shown, after it was hidden. */
  readonly onOpen: () => void;
  /** Leaves the whole page from within the frame, where the browser allows that. Throws where it does not. */
  readonly leaveTop: (href: string) => void;
}

/**
 * The page of the charity's own site that holds this page in a frame. The browser lets only allowed sites do that, so the
 * origin of the first message stays the only one that is answered.
 */
export class ParentPage {
  readonly #ports: ParentPagePorts;
  #origin: string | null = null;
  #isOpen = true;
  /** Messages of responders, and how many of them came before the panel was hidden. */
  #messages = 0;
  #seen = 0;

  constructor(ports: ParentPagePorts) {
    this.#ports = ports;
  }

  /** Whether the panel is shown, so that what is on this page can be seen. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  listen(): void {
    addEventListener('message', ({ source, origin, data: said }: MessageEvent<unknown>) => {
      if (source !== this.#ports.parent || (this.#origin ?? origin) !== origin) return;
      const message = readFrameMessage(said);
      if (message !== null) this.#hear(message, origin);
    });
    addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (key === 'Escape' && !defaultPrevented) this.#say({ close: true });
    });
  }

  /** Tells the site how many messages of this chat are unread, and nothing of what they say. */
  count(timeline: ReadableSignal<Timeline>): void {
    this.#messages = 0;
    this.#seen = 0;
    timeline.subscribe(({ entries }) => {
      this.#messages = entries.filter(
        (entry) => entry.kind === 'message' && entry.from === 'responder',
      ).length;
      if (!this.#isOpen) this.#say({ unread: this.#messages - this.#seen });
    });
  }

  /** Asks the site to leave its page. Where it stays, this frame is blank and says to close the tab. */
  readonly leave = (href: string): void => {
    if (this.#origin === null) this.#leaveTop(href);
    else this.#say({ close: href });
    setTimeout(() => {
      this.#leaveTop(href);
      const text = document.createElement('p');
      text.setAttribute('role', 'alert');
      text.textContent = words.exit.closeTab;
      document.body.replaceChildren(text);
      document.body.hidden = false;
    }, LEAVE_MS);
  };

  #leaveTop(href: string): void {
    try {
      this.#ports.leaveTop(href);
    } catch {
      // The site forbids it. The words in the frame say what to do.
    }
  }

  #hear(message: FrameMessage, origin: string): void {
    if ('open' in message) {
      this.#origin = origin;
      this.#isOpen = true;
      this.#say({ open: true });
      this.#ports.onOpen();
    } else if ('close' in message) {
      this.#origin = origin;
      this.#isOpen = false;
      this.#seen = this.#messages;
      this.#say({ open: true });
    }
  }

  #say(message: FrameMessage): void {
    if (this.#origin !== null) this.#ports.parent.postMessage(message, this.#origin);
  }
}
