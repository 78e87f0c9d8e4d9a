import { readFrameMessage, type FrameMessage } from '@warmline/vocabulary';
import { inkOn } from './colour';
import { askOpening } from './opening-words';
import { STYLE } from './style';

/** How long the chat may take to answer once its frame has loaded (ms). Then the link is shown instead. */
const ANSWER_MS = 5_000;
const COLOUR = '#0b5d66';

export interface Settings {
  /** Where the chat is. */
  readonly origin: string;
  readonly words: string;
  readonly colour: string;
  readonly isOnTheLeft: boolean;
}

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  fields: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: Node[]
): HTMLElementTagNameMap[Tag] => {
  const made = Object.assign(document.createElement(tag), fields);
  made.append(...children);
  return made;
};

/**
 * One button on a charity's own site, and the panel it opens. The chat is in a frame of its own origin: this page sees that it
 * is open and how many messages are unread, and nothing else.
 */
export class Launcher {
  readonly #settings: Settings;
  readonly #title: HTMLElement;
  readonly #state = element('span');
  readonly #button: HTMLButtonElement;
  readonly #panel: HTMLElement;
  readonly #fallback: HTMLElement;
  #frame: HTMLIFrameElement | null = null;
  #isThere = false;
  #isShown = false;
  #opening = '';

  constructor(settings: Settings) {
    this.#settings = settings;
    const { origin, words } = settings;
    const link = (textContent: string): HTMLAnchorElement =>
      element('a', { href: `${origin}/`, target: '_blank', rel: 'noopener noreferrer', textContent });
    this.#title = element('b', { textContent: words });
    this.#button = element('button', { type: 'button', className: 'b' }, this.#title, this.#state);
    this.#button.setAttribute('aria-haspopup', 'dialog');
    const close = element('button', { type: 'button', textContent: 'Close' });
    const sorry = element('p', { textContent: 'The chat cannot open inside this page.' });
    this.#fallback = element('div', { className: 'f', hidden: true }, sorry, link(words));
    const header = element('div', { className: 'h' }, link('Open in its own tab'), close);
    this.#panel = element('section', { className: 'p', hidden: true }, header, this.#fallback);
    this.#panel.setAttribute('role', 'dialog');
    this.#panel.setAttribute('aria-label', words);
    this.#button.addEventListener('click', () => this.#open());
    close.addEventListener('click', () => this.#close());
  }

  /** Outside the body: a single-page site may replace that as it goes from page to page. */
  draw(host: HTMLElement): void {
    const { colour, isOnTheLeft, origin } = this.#settings;
    const ink = inkOn(colour);
    const styleSheet = new CSSStyleSheet();
    styleSheet.replaceSync(STYLE);
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet];
    this.#button.style.setProperty('--c', ink === null ? COLOUR : colour);
    this.#button.style.setProperty('--i', ink ?? '#fff');
    const side = element('div', { className: isOnTheLeft ? 'left' : '' }, this.#button, this.#panel);
    root.append(side);
    document.documentElement.append(host);
    addEventListener('message', (event) => this.#hear(event));
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#close();
    });
    void askOpening(origin).then((words) => {
      this.#opening = words;
      this.#tellUnread(0);
    });
  }

  #open(): void {
    this.#show(true);
    this.#frame ??= this.#load();
    this.#tellUnread(0);
    if (this.#isThere) this.#say({ open: true });
    this.#frame.focus();
  }

  #show(isShown: boolean): void {
    this.#isShown = isShown;
    this.#panel.hidden = !isShown;
    this.#button.hidden = isShown;
  }

  #close(): void {
    if (!this.#isShown) return;
    this.#show(false);
    if (this.#isThere) this.#say({ close: true });
    this.#button.focus();
  }

  #load(): HTMLIFrameElement {
    const { origin, words } = this.#settings;
    const frame = element('iframe', { title: words, referrerPolicy: 'no-referrer' });
    frame.addEventListener('load', () => {
      this.#isThere = false;
      this.#say(this.#isShown ? { open: true } : { close: true });
      setTimeout(() => {
        frame.hidden = !this.#isThere;
        this.#fallback.hidden = this.#isThere;
      }, ANSWER_MS);
    });
    frame.src = `${origin}/`;
    this.#panel.append(frame);
    return frame;
  }

  /** Only the chat's own origin can read it, whatever page is in the frame by then. */
  #say(message: FrameMessage): void {
    this.#frame?.contentWindow?.postMessage(message, this.#settings.origin);
  }

  #hear({ source, origin, data: said }: MessageEvent<unknown>): void {
    if (this.#frame === null || source !== this.#frame.contentWindow || origin !== this.#settings.origin)
      return;
    const message = readFrameMessage(said);
    if (message === null) return;
    if ('open' in message) this.#isThere = true;
    else if ('unread' in message) this.#tellUnread(message.unread);
    else if (message.close === true) this.#close();
    else this.#leave(message.close);
  }

  #tellUnread(unread: number): void {
    this.#state.textContent =
      unread === 0 ? this.#opening : `${unread} new ${unread === 1 ? 'message' : 'messages'}`;
  }

  /** Nothing of this page stays on screen while the neutral one loads, and none of it in the history. */
  #leave(href: string): void {
    document.documentElement.style.setProperty('display', 'none', 'important');
    document.title = '';
    location.replace(href);
  }
}
