import type { CharityView } from '@warmline/contracts';
import type { Charity, CharityProfile } from '@warmline/vocabulary';
import { START } from './builders';

const profile: CharityProfile = {
  country: 'gb',
  emergencyNumber: '999',
  helplines: [
    {
      name: 'Samaritans',
      what: 'Talk to someone.',
      hours: 'Any time',
      number: '116 123',
      by: 'call',
      isFree: true,
      source: 'samaritans.org',
      reviewedOn: '2026-11-01',
    },
  ],
  exit: { title: 'Weather', url: 'https://www.example.org/weather' },
  privacy: { text: '', url: '' },
  colour: '',
  initials: '',
  mark: null,
};

export const aCharity = (over: Partial<Charity> = {}): Charity => ({
  ...profile,
  name: 'Harbour Listening',
  languages: ['en'],
  timeZone: 'Europe/London',
  sessionMinutes: 45,
  keepsDays: 90,
  allowedParents: [],
  keepsReloads: false,
  nightRule: false,
  neededPractice: [],
  ...over,
});

export const aCharityView = (over: Partial<CharityView> = {}): CharityView => ({
  version: 3,
  charity: aCharity(),
  undo: null,
  packs: {
    gb: profile,
    ie: { ...profile, country: 'ie', emergencyNumber: '112' },
    us: profile,
    ca: profile,
    au: profile,
    nz: profile,
    es: profile,
  },
  ...over,
});

/** The last change, which can still be taken back. */
export const anUndo = (over: Partial<NonNullable<CharityView['undo']>> = {}): CharityView['undo'] => ({
  change: '00000000-0000-4000-8000-0000000000aa',
  byName: 'Kit',
  isOwn: true,
  parts: ['name'],
  at: START,
  until: START + 600_000,
  ...over,
});
