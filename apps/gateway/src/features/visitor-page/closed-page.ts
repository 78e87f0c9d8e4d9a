import { z } from 'zod';
import type { ServiceSummary } from '@warmline/contracts';
import { escaped } from './charity-in-page';
import type { VisitorDocument } from './visitor-document';

/** The visitor page's words about the opening state. */
const aboutOpening = z.object({
  turnedAway: z.record(z.string(), z.object({ title: z.string(), lead: z.string() })),
  midnight: z.string(),
  holiday: z.string(),
  opensOn: z.string(),
  space: z.string(),
  later: z.string(),
  others: z.string(),
});
type AboutOpening = z.infer<typeof aboutOpening>;

const OPENING = /<!--opening-->[^]*<!--\/opening-->/;

export interface Closed {
  readonly opening: Exclude<ServiceSummary['opening'], 'open'>;
  readonly holiday?: string | undefined;
  readonly opensAt: number | null;
  /** About when there may be space again. */
  readonly spaceAt: number | null;
  /** The service's own, since the visitor's is unknown without script. */
  readonly timeZone: string;
}

const MIDNIGHT = '00:00';

/** As the page says it: no one reads 00:00 and knows which night it is. */
const timeWords = (
  { midnight }: AboutOpening,
  told: (shape: Intl.DateTimeFormatOptions) => () => string,
): string =>
  told({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })() === MIDNIGHT
    ? midnight
    : told({ hour: 'numeric', minute: '2-digit' })();

/** When it is worth coming back, if that is known. */
const comeBackWords = (words: AboutOpening, formats: string, closed: Closed): string => {
  const { opensAt, spaceAt, timeZone } = closed;
  const at = opensAt ?? spaceAt;
  if (at === null) return words.later;
  const told = (shape: Intl.DateTimeFormatOptions) => (): string =>
    new Intl.DateTimeFormat(formats, { ...shape, timeZone }).format(at);
  const said = opensAt === null ? words.space : words.opensOn;
  return said
    .replace(/\{0:\w+\}/, () => timeWords(words, told))
    .replace(/\{1:\w+\}/, told({ weekday: 'long' }));
};

/** The page as visitors without script see it while the service is closed: until when, and who else can help. */
export const closedPage = ({ html, catalogue }: VisitorDocument, closed: Closed): string => {
  const words = aboutOpening.safeParse(catalogue.words).data;
  const said = words?.turnedAway[closed.opening];
  if (words === undefined || said === undefined) return html;
  const { holiday } = closed;
  const today = holiday === undefined ? '' : words.holiday.replace(/\{0:\w+\}/, () => holiday);
  const parts = [today, said.lead, comeBackWords(words, catalogue.locale.formats, closed), words.others];
  const lead = escaped(parts.filter(Boolean).join(' '));
  return html.replace(OPENING, () => `<h1>${escaped(said.title)}</h1>\n<p class="lead">${lead}</p>`);
};
