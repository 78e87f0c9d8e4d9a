import type { PracticeScenario } from './practice';

/** Countries with a pack of numbers to start from. */
export const COUNTRIES = ['gb', 'ie', 'us', 'ca', 'au', 'nz', 'es'] as const;
export type Country = (typeof COUNTRIES)[number];

/** How people reach a helpline. */
export const HELPLINE_WAYS = ['call', 'text'] as const;
export type HelplineWay = (typeof HELPLINE_WAYS)[number];

/** What the page of visitors says of others who listen. The first one is named beside the emergency number. */
export interface Helpline {
  readonly name: string;
  readonly what: string;
  readonly hours: string;
  /** As people write it: `116 123`. */
  readonly number: string;
  readonly by: HelplineWay;
  /** It costs nothing from any phone. The page says so, so it must be true. */
  readonly isFree: boolean;
  /** Where it was read, and when (yyyy-mm-dd). */
  readonly source: string;
  readonly reviewedOn: string;
}

/** Where quick exit goes. */
export interface ExitPage {
  /** The title that the tab has from the press on: a page anyone might have open. */
  readonly title: string;
  readonly url: string;
}

/** What a charity says of itself on the page of visitors, beside its name. */
export interface CharityProfile {
  /** The pack it started from. */
  readonly country: Country;
  readonly emergencyNumber: string;
  readonly helplines: readonly Helpline[];
  readonly exit: ExitPage;
  /** What the charity adds to what visitors read about privacy, and the address of its own notice. Empty: nothing. */
  readonly privacy: { readonly text: string; readonly url: string };
  /** `#rrggbb` of buttons and links; empty: the product's own. */
  readonly colour: string;
  /** Up to three letters in a circle of that colour, where there is no mark. Empty: neither. */
  readonly initials: string;
  /** SHA-256 of the picture that stands for the charity, in hexadecimal; null: none. */
  readonly mark: string | null;
}

/** Everything that is saved as one on the page "Your charity". */
export interface Charity extends CharityProfile {
  readonly name: string;
  readonly languages: readonly string[];
  /** IANA name of the time zone of its hours. */
  readonly timeZone: string;
  readonly sessionMinutes: number;
  readonly keepsDays: number;
  /** Origins of the charity's own sites, whose pages may hold the chat in a frame. */
  readonly allowedParents: readonly string[];
  /** A page may keep its token in the tab's storage, so that a chat goes on after a reload. */
  readonly keepsReloads: boolean;
  /** From 00:00 to 06:00 closed unless two responders and a supervisor are on shift. */
  readonly nightRule: boolean;
  /** Scenarios that everyone must have passed before they are offered anyone. */
  readonly neededPractice: readonly PracticeScenario[];
}

/** The longest texts (characters), the most items, and the range of a number. */
export const CHARITY_LIMITS = {
  name: 80,
  number: 24,
  helplines: 8,
  helplineName: 60,
  helplineWhat: 120,
  helplineHours: 80,
  source: 120,
  exitTitle: 60,
  exitUrl: 300,
  privacyText: 600,
  privacyUrl: 300,
  initials: 3,
  languages: 20,
  allowedParents: 20,
  allowedParent: 200,
  sessionMinutes: { least: 5, most: 240 },
  keepsDays: { least: 30, most: 2555 },
  /** Bytes of a mark, and pixels of its longer side. */
  markBytes: 32_768,
  markPixels: 512,
} as const;

/** A change can be taken back for so long (ms). */
export const CHARITY_UNDO_FOR = 600_000;

/** What a tap on the number opens: a call or a text message. */
export const numberLink = ({ number, by }: Pick<Helpline, 'number' | 'by'>): string =>
  `${by === 'call' ? 'tel' : 'sms'}:${number.replace(/[^+\d]/g, '')}`;

/** The parts that a change is told in. */
export const CHARITY_PARTS = [
  'name',
  'mark',
  'initials',
  'colour',
  'country',
  'emergencyNumber',
  'helplines',
  'exit',
  'privacy',
  'languages',
  'timeZone',
  'sessionMinutes',
  'keepsDays',
  'allowedParents',
  'keepsReloads',
  'nightRule',
  'neededPractice',
] as const satisfies readonly (keyof Charity)[];
export type CharityPart = (typeof CHARITY_PARTS)[number];

/** Why a part cannot be saved. The set is closed: the screen has words for each. */
export const CHARITY_PROBLEMS = [
  'missing',
  'too_long',
  'not_a_number', // no telephone number
  'not_a_day',
  'not_https', // no plain address with https
  'no_helpline',
  'first_by_text', // the first helpline is named beside the emergency number, to call
  'too_many',
  'twice',
  'control_character',
  'out_of_range',
  'too_pale', // words on it cannot be read
  'not_an_origin',
  'not_a_language',
  'not_a_zone',
] as const;
export type CharityProblemCode = (typeof CHARITY_PROBLEMS)[number];
