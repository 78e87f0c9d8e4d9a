import { useEffect, useRef, type RefObject } from 'react';
import type { Cancel, Clock } from '@warmline/client';
import { useParts } from './parts';

/** Long enough for a closing dialog to give the focus back where it can. */
const SETTLED_MS = 100;
/** After everything that takes the focus up by itself. */
const KEPT_MS = 150;

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Takes the focus up where it fell to nowhere because what had it is gone; never takes it from anything. */
export const useCatchFocus = <Place extends HTMLElement>(): RefObject<Place | null> => {
  const place = useRef<Place>(null);
  const { clock } = useParts();
  useEffect(
    () =>
      clock.after(SETTLED_MS, () => {
        if (isNowhere()) place.current?.focus();
      }),
    [clock],
  );
  return place;
};

/** Where the focus goes when a person has finished something and it leaves the screen. */
export const focusMain = (): void => document.getElementById('main')?.focus();

const INVALID = '[data-invalid] :is(input, textarea), :is(input, textarea)[data-invalid]';

/** Goes to the first field of a form with a mistake, once it is marked. */
export const focusFirstMistake = (form: HTMLFormElement | null): void => {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>(INVALID)?.focus());
};

const isShown = (element: HTMLElement): boolean =>
  element.isConnected &&
  element.closest('[inert], [hidden]') === null &&
  (typeof element.checkVisibility === 'function' ? element.checkVisibility() : true);

const FOCUSABLE = ':is(a[href], button, input, select, textarea, summary, [tabindex])';

const canHoldFocus = (element: HTMLElement): boolean =>
  isShown(element) && element.matches(FOCUSABLE) && !element.matches(':disabled');

/** A part that may take the focus itself, or whose title may. */
const placeIn = (part: HTMLElement): HTMLElement | null =>
  part.hasAttribute('tabindex')
    ? part
    : part.querySelector<HTMLElement>(':scope > :is(h1, h2, h3)[tabindex]');

/** Where the focus may go around an element, the nearest first. */
const placesAround = (element: HTMLElement): readonly HTMLElement[] => {
  const places: HTMLElement[] = [];
  for (let part = element.parentElement; part !== null; part = part.parentElement) {
    const place = placeIn(part);
    if (place !== null) places.push(place);
  }
  return places;
};

/** What had the focus before, and where it may go instead. */
interface Step {
  readonly element: HTMLElement;
  readonly around: readonly HTMLElement[];
}

/** So many steps back are remembered. */
const STEPS = 8;

/** The nearest part around what had the focus last, else what had it before that: where the person came from. */
const placeAmong = (steps: readonly Step[]): HTMLElement | null =>
  steps
    .flatMap(({ element, around }) => [element, ...around.filter(({ id }) => id !== 'main')])
    .find(canHoldFocus) ?? document.getElementById('main');

/**
 * Follows the focus of the page. When what had it is removed, hidden or disabled, the focus goes to the nearest part around
 * it that is still there (it or its title has a `tabindex`), else back to where the person came from, and else to the main
 * part. Answers with how to stop.
 */
const keepFocus = (clock: Clock): Cancel => {
  let had: HTMLElement | null = null;
  let steps: readonly Step[] = [];
  let cancel: Cancel | null = null;
  const onFocusIn = ({ target }: FocusEvent): void => {
    had = target instanceof HTMLElement && target !== document.body ? target : null;
    if (had === null) return;
    const step = { element: had, around: placesAround(had) };
    steps = [step, ...steps.filter(({ element }) => element !== step.element)].slice(0, STEPS);
  };
  // A person who presses beside everything has left it. Only what is gone is missed.
  const onFocusOut = (): void => {
    const left = had;
    queueMicrotask(() => {
      if (had === left && left !== null && canHoldFocus(left) && document.activeElement !== left) had = null;
    });
  };
  const settle = (): void => {
    cancel = null;
    if (had === null || canHoldFocus(had) || !isNowhere()) return;
    const place = placeAmong(steps);
    place?.focus({ preventScroll: place.id === 'main' });
  };
  const changes = new MutationObserver(() => {
    if (cancel === null && had !== null && isNowhere() && !canHoldFocus(had))
      cancel = clock.after(KEPT_MS, settle);
  });
  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('focusout', onFocusOut);
  changes.observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled', 'inert', 'hidden', 'class'],
  });
  return () => {
    cancel?.();
    changes.disconnect();
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('focusout', onFocusOut);
  };
};

/** For the whole console, once: the focus never falls to nowhere because what had it is gone. */
export const useKeptFocus = (): void => {
  const { clock } = useParts();
  useEffect(() => keepFocus(clock), [clock]);
};
