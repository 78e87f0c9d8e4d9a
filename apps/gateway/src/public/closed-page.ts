import { z } from 'zod';
import type { ServiceSummary } from '@warmline/contracts';

/** The words the visitor's page carries, as far as they are about the door. */
const carriedSchema = z.object({
  words: z.object({
    turnedAway: z.record(z.string(), z.object({ title: z.string(), lead: z.string() })),
    opens: z.string(),
    others: z.string(),
  }),
  locale: z.object({ formats: z.string() }),
});
type Carried = z.infer<typeof carriedSchema>;

const WORDS = /<script type="application\/json" id="words">([^]*?)<\/script>/;
const DOOR = /<!--door-->[^]*<!--\/door-->/;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The words of a built page; null for a page without them, as a spec may have. */
export const carriedWords = (html: string): Carried | null => {
  const text = WORDS.exec(html)?.[1];
  if (text === undefined || !DOOR.test(html)) return null;
  return carriedSchema.parse(JSON.parse(text));
};

export interface Closed {
  readonly door: Exclude<ServiceSummary['door'], 'open'>;
  readonly opensAt: number | null;
  /** Of the service: whoever asks may be anywhere, and without script nobody can tell. */
  readonly timeZone: string;
}

const opensWords = ({ words, locale }: Carried, { opensAt, timeZone }: Closed): string => {
  if (opensAt === null) return '';
  const shape = { weekday: 'long', hour: 'numeric', minute: '2-digit', timeZone } as const;
  return words.opens.replace('{0}', new Intl.DateTimeFormat(locale.formats, shape).format(opensAt));
};

/** The page as somebody without script sees it while the door is closed: that it is, until when, and who is there. */
export const closedPage = (html: string, carried: Carried, closed: Closed): string => {
  const said = carried.words.turnedAway[closed.door];
  if (said === undefined) return html;
  const parts = [said.lead, opensWords(carried, closed), carried.words.others];
  const lead = escaped(parts.filter(Boolean).join(' '));
  return html.replace(DOOR, () => `<h1>${escaped(said.title)}</h1>\n<p class="lead">${lead}</p>`);
};
