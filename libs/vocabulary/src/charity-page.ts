import { numberLink, type Charity, type CharityProfile, type Helpline } from './charity';
import { accentsOf } from './colour';

const helpOf = (line: Helpline) => ({
  name: line.name,
  what: line.what,
  hours: line.hours,
  shown: line.number,
  href: numberLink(line),
  isFree: line.isFree,
});

/** Where a mark is fetched from: its name is its content, so it never changes. */
const markPath = (hash: string): string => `/mark/${hash}`;

/** Where the style sheet of a colour is: its name is its content. Null for one that cannot be read, and for none. */
export const accentPath = (colour: string): string | null =>
  accentsOf(colour) === null ? null : `/accent/${colour.slice(1)}.css`;

/** A charity's own facts, as the script of the visitor's page reads them. */
export const charityOnPage = ({
  name,
  emergencyNumber,
  helplines,
  exit,
  privacy,
  initials,
  mark,
}: Pick<Charity, 'name'> & CharityProfile) => {
  const otherHelp = helplines.map(helpOf);
  return {
    charity: { name, initials, mark: mark === null ? null : markPath(mark), privacy },
    emergency: { shown: emergencyNumber, href: numberLink({ number: emergencyNumber, by: 'call' }) },
    listener: otherHelp[0],
    otherHelp,
    neutral: { title: exit.title, href: exit.url },
  };
};

/** Days and times as they are written in a charity's country, where the page is in a language of that country. */
export const formatsIn = (
  { language, formats }: { readonly language: string; readonly formats: string },
  { country }: Pick<CharityProfile, 'country'>,
): string => (language === 'en' || country === 'es' ? `${language}-${country.toUpperCase()}` : formats);
