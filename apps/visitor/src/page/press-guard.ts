interface Control {
  readonly element: Element;
  readonly box: DOMRect;
}

interface Layout {
  /** When it came up, in ms of `performance.now()`. */
  readonly at: number;
  readonly controls: readonly Control[];
}

const CONTROLS = 'a, button, input, label, summary, textarea';
/** A press this long after a change, in ms, may still be meant for what was there before. */
const MEANT_FOR_EARLIER_MS = 500;

/** Layouts are kept this long, in ms: a busy page hears of a press late. */
const KEPT_MS = 5_000;

const isInside = ({ left, right, top, bottom }: DOMRect, { clientX, clientY }: MouseEvent): boolean =>
  clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;

const stop = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

const mainPart = (): HTMLElement | null => document.querySelector('main');

/**
 * Stops a press that was meant for another control, one that stood at the same place a moment ago: the second press of
 * two, or a press while the page changes by itself. Only `main` is guarded, so the exit bar always works.
 */
export class PressGuard {
  /** What was on screen during the last moment; the newest is last. */
  #layouts: readonly Layout[] = [];
  /** When the page last scrolled or changed its size, in ms of `performance.now()`. */
  #movedAt = 0;
  #isRecordDue = false;
  #isStopped = false;

  /** Call this before anything else listens for presses. */
  listen(): void {
    const changed = (): void => this.#recordSoon();
    new MutationObserver(changed).observe(document.body, { childList: true, subtree: true });
    if ('ResizeObserver' in globalThis) new ResizeObserver(changed).observe(document.body);
    const movedByPerson = (): void => {
      this.#movedAt = performance.now();
      changed();
    };
    addEventListener('scroll', movedByPerson, { passive: true });
    addEventListener('resize', movedByPerson);
    document.addEventListener('pointerdown', (event) => this.#pointedDown(event), { capture: true });
    document.addEventListener('click', (event) => this.#clicked(event), { capture: true });
  }

  #recordSoon(): void {
    if (this.#isRecordDue) return;
    this.#isRecordDue = true;
    requestAnimationFrame(() => {
      this.#isRecordDue = false;
      const at = performance.now();
      const controls = [...(mainPart()?.querySelectorAll(CONTROLS) ?? [])].map((element) => ({
        element,
        box: element.getBoundingClientRect(),
      }));
      this.#layouts = [...this.#layoutsSince(at - KEPT_MS), { at, controls }];
    });
  }

  /** Those on screen since then, in ms of `performance.now()`. */
  #layoutsSince(since: number): readonly Layout[] {
    return this.#layouts.filter((_, index, all) => {
      const next = all[index + 1];
      return next === undefined || next.at > since;
    });
  }

  #pointedDown(event: MouseEvent): void {
    this.#isStopped = this.#isForEarlier(event);
    if (this.#isStopped) stop(event);
  }

  /** A click follows its pointer, also when it comes late. */
  #clicked(event: MouseEvent): void {
    if (this.#isStopped || this.#isForEarlier(event)) stop(event);
    this.#isStopped = false;
  }

  #isForEarlier(event: MouseEvent): boolean {
    const { target } = event;
    const pressed = target instanceof Element ? target.closest(CONTROLS) : null;
    // A press by keyboard or by assistive technology is not aimed at a place.
    const isAimed = event.type === 'pointerdown' || event.detail > 0;
    if (pressed === null || !isAimed || mainPart()?.contains(pressed) !== true) return false;
    const earlier = this.#layoutsSince(event.timeStamp - MEANT_FOR_EARLIER_MS).slice(0, -1);
    return earlier.some(({ at, controls }) => {
      // The innermost comes last: an input after its label.
      const meant = controls.filter(({ box }) => isInside(box, event)).at(-1)?.element;
      if (meant === undefined || meant === pressed) return false;
      // A control that is still there, and that a scroll or a turn of the phone moved, was not moved by the page.
      return !meant.isConnected || at > this.#movedAt;
    });
  }
}
