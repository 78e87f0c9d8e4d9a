import type { Wait } from '@warmline/contracts';
import { words } from '../language/catalogue';
import { HelpList } from '../page/help-list';

/** Beside a wait longer than this (minutes) other help is shown. */
const BESIDE = 20;
/** Above this it comes first. */
const FIRST = 45;

const minutesOf = (wait: Wait): number => {
  if (typeof wait === 'string') return wait === 'nobody_on' ? Number.POSITIVE_INFINITY : -1;
  return wait.within === 0 ? Number.POSITIVE_INFINITY : wait.within;
};

/** Where other help stands beside a wait. */
export const helpPosition = (wait: Wait): 'first' | 'beside' | null => {
  const minutes = minutesOf(wait);
  if (minutes > FIRST) return 'first';
  return minutes > BESIDE ? 'beside' : null;
};

const said = (byMinutes: Readonly<Record<string, string>>, minutes: number): string =>
  byMinutes[minutes] ?? words.waiting.unknown;

/** The wait in words, in two parts: an apology where it takes longer than was said, and what may be expected. */
export const waitWords = (wait: Wait): { readonly sorry: string | null; readonly expect: string } => {
  const { waiting } = words;
  if (typeof wait === 'string') return { sorry: null, expect: waiting[wait] };
  return wait.late
    ? { sorry: waiting.sorry, expect: said(waiting.late, wait.within) }
    : { sorry: null, expect: said(waiting.within, wait.within) };
};

export const HelpBeside = () => (
  <section class="beside">
    <h2>{words.waiting.open}</h2>
    <HelpList />
  </section>
);
