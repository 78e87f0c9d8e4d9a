import {
  COUNTRIES,
  HELPLINE_WAYS,
  PRACTICE_SCENARIOS,
  type Charity,
  type CharityProfile,
  type Country,
  type Helpline,
  type HelplineWay,
  type PracticeScenario,
} from '@warmline/vocabulary';
import { flag, list, oneOf, optional, row, text, whole, type Columns } from '../connection/parse-rows';

const among = <Word extends string>(words: readonly Word[]) =>
  oneOf<Word>(Object.fromEntries(words.map((word) => [word, true])) as Record<Word, true>);

const helpline = row<Helpline>({
  name: text,
  what: text,
  hours: text,
  number: text,
  by: among<HelplineWay>(HELPLINE_WAYS),
  isFree: flag,
  source: text,
  reviewedOn: text,
});

const PROFILE: Columns<CharityProfile> = {
  country: among<Country>(COUNTRIES),
  emergencyNumber: text,
  helplines: list(helpline),
  exit: row<CharityProfile['exit']>({ title: text, url: text }),
  privacy: row<CharityProfile['privacy']>({ text, url: text }),
  colour: text,
  initials: text,
  mark: optional(text),
};

/** As it is stored in JSON; throws UnexpectedRow when it is something else. */
export const storedProfile = row<CharityProfile>(PROFILE);

/** As a change keeps it, before and after. */
export const storedCharity = row<Charity>({
  ...PROFILE,
  name: text,
  languages: list(text),
  timeZone: text,
  sessionMinutes: whole,
  keepsDays: whole,
  allowedParents: list(text),
  keepsReloads: flag,
  nightRule: flag,
  neededPractice: list(among<PracticeScenario>(PRACTICE_SCENARIOS)),
});

/** The part that is kept as one JSON value. */
export const profileOf = (charity: CharityProfile): CharityProfile => ({
  country: charity.country,
  emergencyNumber: charity.emergencyNumber,
  helplines: charity.helplines,
  exit: charity.exit,
  privacy: charity.privacy,
  colour: charity.colour,
  initials: charity.initials,
  mark: charity.mark,
});
