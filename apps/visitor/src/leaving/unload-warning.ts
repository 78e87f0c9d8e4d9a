import type { Visit } from '../visit/visit';

const PHONE_LINKS = 'a[href^="tel:"], a[href^="sms:"]';
/** The browser fires the event at most this long after the press (ms). */
const CALL_MS = 1_000;

/**
 * Lets the browser ask before a reload or a closed tab loses a chat or unsent words. It never asks someone who leaves by quick
 * exit: the page is hidden by then, and the visit is forgotten. It never asks someone who calls a number: browsers fire the same
 * event before they hand the number to the phone, and the page stays.
 */
export const warnBeforeUnload = (visit: Pick<Visit, 'losesOnUnload'>): void => {
  let calledAt = Number.NEGATIVE_INFINITY;
  addEventListener(
    'click',
    ({ target, timeStamp }) => {
      if (target instanceof Element && target.closest(PHONE_LINKS) !== null) calledAt = timeStamp;
    },
    { capture: true },
  );
  addEventListener('beforeunload', (event) => {
    if (document.body.hasAttribute('hidden') || event.timeStamp - calledAt < CALL_MS) return;
    if (visit.losesOnUnload) event.preventDefault();
  });
};
