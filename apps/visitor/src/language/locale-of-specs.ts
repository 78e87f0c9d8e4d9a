import { pageLocale, type LocalePack, type OtherHelp } from './locale-pack';

const samaritans: OtherHelp = {
  name: 'Samaritans',
  what: 'Talk to someone about anything. Free.',
  hours: 'Any time, day or night',
  shown: '116 123',
  href: 'tel:116123',
  isFree: true,
};

/** What a server would write into the page, for specs. */
export const unitedKingdom: LocalePack = {
  charity: {
    name: 'Harbour Listening',
    initials: '',
    mark: null,
    isDemo: false,
    privacy: { text: '', url: '' },
  },
  emergency: { shown: '999', href: 'tel:999' },
  listener: samaritans,
  otherHelp: [
    samaritans,
    {
      name: 'Shout',
      what: 'Text the word SHOUT. Free on most networks.',
      hours: 'Any time, day or night',
      shown: '85258',
      href: 'sms:85258',
      isFree: false,
    },
    {
      name: 'NHS 111',
      what: 'Choose option 2 for mental health.',
      hours: 'Any time, day or night',
      shown: '111',
      href: 'tel:111',
      isFree: true,
    },
  ],
  ...pageLocale,
  neutral: { title: 'Weather', href: 'https://www.bbc.co.uk/weather' },
};
