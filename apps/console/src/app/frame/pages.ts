import type { Session } from '@warmline/contracts';
import { hasDesk, type Role } from '@warmline/vocabulary';
import { hasRole } from '../../shared/session/roles';
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
  { to: '/holds', label: frameWords.holds },
] as const;

const PAGES = [...OFTEN, ...SELDOM] as const;

export type Page = (typeof PAGES)[number];

type Roles = Pick<Session['staff'], 'role' | 'furtherRoles'>;

/** Who opens a page that is not for supervisors alone. */
const BESIDE_SUPERVISORS: Readonly<Partial<Record<Page['to'], readonly Role[]>>> = {
  '/quality': ['trainer'],
  '/history': ['safeguarding_lead', 'auditor'],
  '/holds': ['safeguarding_lead', 'auditor'],
};

/** How the pages of a person stand on the status bar. */
export const barOf = (
  staff: Roles,
): { readonly often: readonly Page[]; readonly seldom: readonly Page[] } => {
  const own = pagesOf(staff);
  return {
    often: OFTEN.filter((page) => own.includes(page)),
    seldom: SELDOM.filter((page) => own.includes(page)),
  };
};

/** The pages a person may open, in the order of the status bar. */
export const pagesOf = (staff: Roles): readonly Page[] =>
  PAGES.filter(({ to }) => {
    if (to === '/') return hasDesk(staff.role);
    return hasRole(staff, 'supervisor', ...(BESIDE_SUPERVISORS[to] ?? []));
  });

/** Reached from the line above every page while something waits, and from the search for everything. */
const OF_SUPERVISORS = [{ to: '/access', label: frameWords.access }] as const;

const OF_ADMINISTRATORS = [{ to: '/setup', label: frameWords.setUp }] as const;

const OWN = [
  { to: '/feedback', label: frameWords.feedback },
  { to: '/readers', label: frameWords.readers },
] as const;

/** The same, and those about a person's own work, which are reached from the menu of the account. */
export const everyPageOf = (
  staff: Roles,
): readonly (Page | (typeof OWN | typeof OF_SUPERVISORS | typeof OF_ADMINISTRATORS)[number])[] => [
  ...pagesOf(staff),
  ...(hasRole(staff, 'supervisor') ? OF_SUPERVISORS : []),
  ...(hasRole(staff, 'administrator') ? OF_ADMINISTRATORS : []),
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
