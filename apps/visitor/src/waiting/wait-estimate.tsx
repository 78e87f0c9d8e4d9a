import type { Wait } from '@warmline/contracts';
import { words } from '../language/catalogue';
import { HelpList } from '../page/help-list';

/** Other help is shown beside a wait longer than this, in minutes. */
const BESIDE_FROM_MINUTES = 20;
/** Other help comes first for a wait longer than this, in minutes. */
const FIRST_FROM_MINUTES = 45;

const minutesOf = (wait: Wait): number => {
  if (typeof wait === 'string') return wait === 'nobody_on' ? Number.POSITIVE_INFINITY : -1;
  return wait.within === 0 ? Number.POSITIVE_INFINITY : wait.within;
};

/** Where other help is shown for such a wait. */
export const helpPosition = (wait: Wait): 'first' | 'beside' | null => {
  const minutes = minutesOf(wait);
  if (minutes > FIRST_FROM_MINUTES) return 'first';
  return minutes > BESIDE_FROM_MINUTES ? 'beside' : null;
};

const said = (byMinutes: Readonly<Record<string, string>>, minutes: number): string =>
  byMinutes[minutes] ?? words.waiting.unknown;

/** The wait in words, in two parts: an apology where it takes longer than was said, and what to expect. */
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
