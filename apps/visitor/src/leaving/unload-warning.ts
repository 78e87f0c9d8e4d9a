import type { Visit } from '../visit/visit';

/**
 * Lets the browser ask before a reload or a closed tab loses a chat or unsent words. It never asks someone who leaves by quick
 * exit: the page is hidden by then, and the visit is forgotten.
 */
export const warnBeforeUnload = (visit: Pick<Visit, 'losesOnUnload'>): void => {
  addEventListener('beforeunload', (event) => {
    if (!document.body.hidden && visit.losesOnUnload) event.preventDefault();
  });
};
