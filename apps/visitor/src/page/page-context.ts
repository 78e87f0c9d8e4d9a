import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { QuickExit } from '../leaving/quick-exit';
import type { Visit } from '../visit/visit';
import type { Announcer } from './announcer';
import type { LaterParts } from './later-parts';

export interface Page {
  readonly visit: Visit;
  readonly exit: QuickExit;
  readonly announcer: Announcer;
  readonly later: LaterParts;
  /** True once the first heading is shown, which is the one that takes no focus. */
  readonly arrival: { isOver: boolean };
}

const PageContext = createContext<Page | null>(null);
export const PageProvider = PageContext.Provider;

export const usePage = (): Page => {
  const page = useContext(PageContext);
  if (page === null) throw new TypeError('a component was drawn outside the page');
  return page;
};
