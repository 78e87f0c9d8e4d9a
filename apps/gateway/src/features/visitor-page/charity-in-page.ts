import { z } from 'zod';
import { packOfZone } from '@warmline/setup';
import { accentPath, charityOnPage, formatsIn, type CharityProfile } from '@warmline/vocabulary';
import type { Service } from '../../core/service-settings';
import type { VisitorDocument } from './visitor-document';

/** What a charity says of itself; the pack of its country until it says anything. */
export const profileOf = ({ profile, timeZone }: Pick<Service, 'profile' | 'timeZone'>): CharityProfile =>
  profile ?? packOfZone(timeZone);

/** What the page needs of a service to be this charity's. */
export interface CharityOfPage extends Pick<Service, 'name' | 'profile' | 'timeZone'> {
  /** Nobody answers. */
  readonly isDemo: boolean;
}

/** The charity's own facts, as the page's script reads them. */
const localeOf = (charity: CharityOfPage) => {
  const { charity: own, ...others } = charityOnPage({ name: charity.name, ...profileOf(charity) });
  return { ...others, charity: { ...own, isDemo: charity.isDemo } };
};
type CharityLocale = ReturnType<typeof localeOf>;

const spokenSchema = z.object({
  demo: z.string().default(''),
  exit: z.object({ leave: z.string() }),
  emergency: z.object({ before: z.string() }),
});

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const callLink = (href: string, shown: string): string => `<a href="${escaped(href)}">${escaped(shown)}</a>`;

const numbersHtml = ({ emergency, otherHelp }: CharityLocale, before: string): string => {
  const lines = otherHelp.map(
    ({ name, what, hours, shown, href }) =>
      `<li><div><b>${escaped(name)}</b> <span>${escaped(what)}</span> <small>${escaped(hours)}</small></div>` +
      ` <a class="call" href="${escaped(href)}">${escaped(shown)}</a></li>`,
  );
  const urgent = `<p class="tell">${escaped(before)}${callLink(emergency.href, emergency.shown)}.</p>`;
  return `${urgent}\n<ul class="help">${lines.join('')}</ul>`;
};

const charityHtml = ({ charity: { name, isDemo } }: CharityLocale, demo: string): string =>
  `${isDemo ? `<p class="notice demo">${escaped(demo)}</p>` : ''}<p class="charity"><b>${escaped(name)}</b></p>`;

/** A style sheet of its own, after the page's: the policy of the page allows no other. */
const lookHtml = (colour: string): string => {
  const path = accentPath(colour);
  return path === null ? '' : `<link rel="stylesheet" href="${path}" />`;
};

const exitHtml = ({ neutral }: CharityLocale, leave: string): string =>
  `<a class="call exit" href="${escaped(neutral.href)}" rel="noreferrer" target="_top" data-exit>${escaped(leave)}</a>`;

const NUMBERS = /<!--numbers-->[^]*?<!--\/numbers-->/;
const CHARITY = /<!--charity-->[^]*?<!--\/charity-->/;
const LOOK = /<!--look-->[^]*?<!--\/look-->/;
const EXIT = /<!--exit-->[^]*?<!--\/exit-->/;

/** The page with the charity's own facts: those its script reads, and those that are there without it. */
export const withCharity = (page: VisitorDocument, charity: CharityOfPage): VisitorDocument => {
  const own = localeOf(charity);
  const formats = formatsIn(page.catalogue.locale, profileOf(charity));
  const locale = { ...page.catalogue.locale, ...own, formats };
  const said = spokenSchema.safeParse(page.catalogue.words).data;
  const before = said?.emergency.before ?? '';
  return {
    html: page.html
      .replace(NUMBERS, () => numbersHtml(own, before))
      .replace(LOOK, () => lookHtml(profileOf(charity).colour))
      .replace(CHARITY, () => charityHtml(own, said?.demo ?? ''))
      .replace(EXIT, () => exitHtml(own, said?.exit.leave ?? '')),
    catalogue: { words: page.catalogue.words, locale },
  };
};
