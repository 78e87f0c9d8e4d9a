import { z } from 'zod';
import type { ServiceSummary } from '@warmline/contracts';
import type { VisitorDocument } from './visitor-document';

/** The words of the visitor's page, as far as they are about the door. */
const aboutTheDoor = z.object({
  turnedAway: z.record(z.string(), z.object({ title: z.string(), lead: z.string() })),
  opensOn: z.string(),
  space: z.string(),
  later: z.string(),
  others: z.string(),
});
type AboutTheDoor = z.infer<typeof aboutTheDoor>;

const DOOR = /<!--door-->[^]*<!--\/door-->/;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export interface Closed {
  readonly door: Exclude<ServiceSummary['opening'], 'open'>;
  readonly opensAt: number | null;
  /** About when there may be space again. */
  readonly spaceAt: number | null;
  /** Of the service: whoever asks may be anywhere, and without script nobody can tell. */
  readonly timeZone: string;
}

/** When it is worth coming back, as far as anybody can say. */
const comeBackWords = (words: AboutTheDoor, formats: string, closed: Closed): string => {
  const { opensAt, spaceAt, timeZone } = closed;
  const at = opensAt ?? spaceAt;
  if (at === null) return words.later;
  const told = (shape: Intl.DateTimeFormatOptions) => (): string =>
    new Intl.DateTimeFormat(formats, { ...shape, timeZone }).format(at);
  const said = opensAt === null ? words.space : words.opensOn;
  return said
    .replace(/\{0:\w+\}/, told({ hour: 'numeric', minute: '2-digit' }))
    .replace(/\{1:\w+\}/, told({ weekday: 'long' }));
};

/** The page as somebody without script sees it while the door is closed: that it is, until when, and who is there. */
export const closedPage = ({ html, catalogue }: VisitorDocument, closed: Closed): string => {
  const words = aboutTheDoor.safeParse(catalogue.words).data;
  const said = words?.turnedAway[closed.door];
  if (words === undefined || said === undefined) return html;
  const parts = [said.lead, comeBackWords(words, catalogue.locale.formats, closed), words.others];
  const lead = escaped(parts.filter(Boolean).join(' '));
  return html.replace(DOOR, () => `<h1>${escaped(said.title)}</h1>\n<p class="lead">${lead}</p>`);
};
