import type { Session } from '@warmline/contracts';
import { frameWords } from './frame-words';

/** On the bar itself: what an evening needs. */
const OFTEN = [
  { to: '/now', label: frameWords.now },
  { to: '/queue', label: frameWords.queue },
  { to: '/people', label: frameWords.people },
  { to: '/handovers', label: frameWords.handovers },
  { to: '/today', label: frameWords.today },
  { to: '/', label: frameWords.desk },
] as const;

/** In the menu at its end: what is looked at in peace. */
const SELDOM = [
  { to: '/quality', label: frameWords.quality },
  { to: '/told-us', label: frameWords.toldUs },
  { to: '/history', label: frameWords.history },
] as const;

const PAGES = [...OFTEN, ...SELDOM] as const;

export type Page = (typeof PAGES)[number];

/** How the pages of a person stand on the status bar. */
export const barOf = (
  role: Session['staff']['role'],
): { readonly often: readonly Page[]; readonly seldom: readonly Page[] } => {
  const own = pagesOf(role);
  return {
    often: OFTEN.filter((page) => own.includes(page)),
    seldom: SELDOM.filter((page) => own.includes(page)),
  };
};

/** The pages a person may open, in the order of the status bar. */
export const pagesOf = (role: Session['staff']['role']): readonly Page[] =>
  role === 'supervisor' ? PAGES : PAGES.filter(({ to }) => to === '/');

/** Reached from the line above every page while something waits, and from the search for everything. */
const OF_SUPERVISORS = [{ to: '/access', label: frameWords.access }] as const;

const OWN = [
  { to: '/feedback', label: frameWords.feedback },
  { to: '/readers', label: frameWords.readers },
] as const;

/** The same, and those about a person's own work, which are reached from the menu of the account. */
export const everyPageOf = (
  role: Session['staff']['role'],
): readonly (Page | (typeof OWN | typeof OF_SUPERVISORS)[number])[] => [
  ...pagesOf(role),
  ...(role === 'supervisor' ? OF_SUPERVISORS : []),
  ...OWN,
];

/** Pages of one thing, by how their address begins. */
const OF_ONE = [
  { to: '/practice', label: frameWords.practise },
  { to: '/quality/', label: frameWords.review },
  { to: '/feedback/', label: frameWords.feedback },
] as const;

/** What the page at an address is called; null for one that says so itself. */
export const pageNameOf = (pathname: string): string | null => {
  const at = pathname.replace(/^\/console(?=\/|$)/, '') || '/';
  const page = [...PAGES, ...OF_SUPERVISORS, ...OWN].find(({ to }) => at === to);
  return (page ?? OF_ONE.find(({ to }) => at.startsWith(to)))?.label ?? null;
};
