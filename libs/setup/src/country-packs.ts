import type { CharityProfile, Country, Helpline } from '@warmline/vocabulary';

/** A number that is answered day and night. */
const always = (line: Omit<Helpline, 'hours' | 'reviewedOn'>): Helpline => ({
  ...line,
  hours: 'Any time, day or night',
  reviewedOn: '2026-12-01',
});

const samaritans = always({
  name: 'Samaritans',
  what: 'Talk to someone about anything. Free.',
  number: '116 123',
  by: 'call',
  isFree: true,
  source: 'samaritans.org',
});

const WEATHER = { title: 'Weather', url: 'https://www.bbc.co.uk/weather' } as const;
const WORLD_WEATHER = { title: 'Weather', url: 'https://weather.com/' } as const;

/** What differs from country to country. */
type Pack = Pick<CharityProfile, 'country' | 'emergencyNumber' | 'helplines' | 'exit'>;

/**
 * What a charity starts from in its country. It is data, and only a start: numbers change, so each charity checks every number
 * and says who did before it opens.
 */
const PACKS: { readonly [Code in Country]: Pack } = {
  gb: {
    country: 'gb',
    emergencyNumber: '999',
    helplines: [
      samaritans,
      always({
        name: 'Shout',
        what: 'Text the word SHOUT. Free on most networks.',
        number: '85258',
        by: 'text',
        isFree: false,
        source: 'giveusashout.org',
      }),
      always({
        name: 'NHS 111',
        what: 'Choose option 2 for mental health.',
        number: '111',
        by: 'call',
        isFree: true,
        source: 'nhs.uk',
      }),
    ],
    exit: WEATHER,
  },
  ie: {
    country: 'ie',
    emergencyNumber: '112',
    helplines: [
      { ...samaritans, source: 'samaritans.org/ireland' },
      always({
        name: 'Text About It',
        what: 'Text the word TALK.',
        number: '50808',
        by: 'text',
        isFree: false,
        source: 'textaboutit.ie',
      }),
    ],
    exit: { title: 'Weather', url: 'https://www.met.ie/' },
  },
  us: {
    country: 'us',
    emergencyNumber: '911',
    helplines: [
      always({
        name: '988 Lifeline',
        what: 'Call to talk to a trained counsellor. Free.',
        number: '988',
        by: 'call',
        isFree: true,
        source: '988lifeline.org',
      }),
      always({
        name: '988 Lifeline by text',
        what: 'Text any word.',
        number: '988',
        by: 'text',
        isFree: false,
        source: '988lifeline.org',
      }),
      always({
        name: 'Crisis Text Line',
        what: 'Text the word HOME.',
        number: '741741',
        by: 'text',
        isFree: false,
        source: 'crisistextline.org',
      }),
    ],
    exit: WORLD_WEATHER,
  },
  ca: {
    country: 'ca',
    emergencyNumber: '911',
    helplines: [
      always({
        name: '9-8-8 Suicide Crisis Helpline',
        what: 'Call to talk, in English or French. Free.',
        number: '988',
        by: 'call',
        isFree: true,
        source: '988.ca',
      }),
      always({
        name: '9-8-8 by text',
        what: 'Text any word, in English or French.',
        number: '988',
        by: 'text',
        isFree: false,
        source: '988.ca',
      }),
    ],
    exit: { title: 'Weather', url: 'https://weather.gc.ca/' },
  },
  au: {
    country: 'au',
    emergencyNumber: '000',
    helplines: [
      always({
        name: 'Lifeline',
        what: 'Talk to someone about anything.',
        number: '13 11 14',
        by: 'call',
        isFree: false,
        source: 'lifeline.org.au',
      }),
    ],
    exit: { title: 'Weather', url: 'https://www.bom.gov.au/' },
  },
  nz: {
    country: 'nz',
    emergencyNumber: '111',
    helplines: [
      always({
        name: '1737, Need to talk?',
        what: 'Call to talk to a trained counsellor. Free.',
        number: '1737',
        by: 'call',
        isFree: true,
        source: '1737.org.nz',
      }),
      always({
        name: 'Lifeline',
        what: 'Talk to someone about anything. Free.',
        number: '0800 543 354',
        by: 'call',
        isFree: true,
        source: 'lifeline.org.nz',
      }),
    ],
    exit: { title: 'Weather', url: 'https://www.metservice.com/' },
  },
  es: {
    country: 'es',
    emergencyNumber: '112',
    helplines: [
      {
        ...always({
          name: 'Línea 024',
          what: 'Atención a la conducta suicida. Gratis.',
          number: '024',
          by: 'call',
          isFree: true,
          source: 'sanidad.gob.es',
        }),
        hours: 'A cualquier hora',
      },
    ],
    exit: { title: 'El tiempo', url: 'https://www.aemet.es/' },
  },
};

const PLAIN = { privacy: { text: '', url: '' }, colour: '', initials: '', mark: null } as const;

/** A whole profile of each country, before the charity changes anything. */
export const COUNTRY_PACKS: { readonly [Code in Country]: CharityProfile } = {
  gb: { ...PLAIN, ...PACKS.gb },
  ie: { ...PLAIN, ...PACKS.ie },
  us: { ...PLAIN, ...PACKS.us },
  ca: { ...PLAIN, ...PACKS.ca },
  au: { ...PLAIN, ...PACKS.au },
  nz: { ...PLAIN, ...PACKS.nz },
  es: { ...PLAIN, ...PACKS.es },
};

const ZONES: Readonly<Record<string, Country>> = {
  'Europe/Dublin': 'ie',
  'Europe/Madrid': 'es',
  'Atlantic/Canary': 'es',
  'Pacific/Auckland': 'nz',
};
const PREFIXES: readonly (readonly [string, Country])[] = [['Australia/', 'au']];
const CANADA = ['Toronto', 'Vancouver', 'Edmonton', 'Winnipeg', 'Halifax', 'Regina', 'St_Johns'];
const UNITED_STATES = ['New_York', 'Chicago', 'Denver', 'Los_Angeles', 'Phoenix', 'Anchorage', 'Detroit'];

/** The pack that a service of this time zone starts from; that of the United Kingdom where its country has none. */
export const packOfZone = (timeZone: string): CharityProfile => {
  const city = timeZone.startsWith('America/') ? timeZone.slice('America/'.length) : '';
  const ofAmerica = UNITED_STATES.includes(city) ? 'us' : CANADA.includes(city) ? 'ca' : undefined;
  const byPrefix = PREFIXES.find(([prefix]) => timeZone.startsWith(prefix))?.[1];
  return COUNTRY_PACKS[ZONES[timeZone] ?? ofAmerica ?? byPrefix ?? 'gb'];
};
