import type { SettingChange } from '@warmline/contracts';
import { CHARITY_PARTS, type Charity, type CharityPart } from '@warmline/vocabulary';
import { charityWords as said } from './charity-words';

type Change = Extract<SettingChange, { kind: 'charity' }>;

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(', ');

/** How each part reads, '' for none. A number is enough to know a helpline again, and a picture is only seen. */
const TOLD: { readonly [Part in CharityPart]: (charity: Charity) => string } = {
  name: ({ name }) => name,
  initials: ({ initials }) => initials,
  colour: ({ colour }) => colour,
  emergencyNumber: ({ emergencyNumber }) => emergencyNumber,
  timeZone: ({ timeZone }) => timeZone,
  sessionMinutes: ({ sessionMinutes }) => String(sessionMinutes),
  keepsDays: ({ keepsDays }) => String(keepsDays),
  helplines: ({ helplines }) => helplines.map(({ name, number }) => `${name} ${number}`).join(', '),
  exit: ({ exit }) => joined([exit.title, exit.url]),
  privacy: ({ privacy }) => joined([privacy.text, privacy.url]),
  country: ({ country }) => said.countries[country],
  mark: ({ mark }) => (mark === null ? '' : said.changes.picture),
  languages: ({ languages }) => joined(languages),
  allowedParents: ({ allowedParents }) => joined(allowedParents),
  keepsReloads: ({ keepsReloads }) => said.changes[keepsReloads ? 'yes' : 'no'],
  nightRule: ({ nightRule }) => said.changes[nightRule ? 'yes' : 'no'],
  neededPractice: ({ neededPractice }) => joined(neededPractice.map((one) => said.practice[one])),
};

const partTold = (charity: Charity, part: CharityPart): string => TOLD[part](charity) || said.nothing;

/** Each part of the page that a save changed, before and after. */
export const CharityChanges = ({ change: { before, after } }: { readonly change: Change }) => (
  <ul>
    {CHARITY_PARTS.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part])).map(
      (part) => (
        <li key={part}>
          {said.partNames[part]}:{' '}
          <bdi>{said.changes.fromTo(partTold(before, part), partTold(after, part))}</bdi>
        </li>
      ),
    )}
  </ul>
);
