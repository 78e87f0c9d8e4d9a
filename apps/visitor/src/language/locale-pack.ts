/** People who listen, and how to reach them. `href` is a `tel:` or `sms:` link. */
export interface OtherHelp {
  readonly name: string;
  readonly what: string;
  readonly hours: string;
  readonly shown: string;
  readonly href: string;
}

/** What changes from country to country. A charity replaces these; keep them reviewed. */
export interface LocalePack {
  readonly language: string;
  /** Language tag with its country: how times and days are written. */
  readonly formats: string;
  readonly direction: 'ltr' | 'rtl';
  readonly emergency: { readonly shown: string; readonly href: string };
  /** Who else to call when this service cannot be reached. */
  readonly listener: OtherHelp;
  readonly otherHelp: readonly OtherHelp[];
  /** Must say what the server really does. */
  readonly addressStatement: string;
  readonly neutral: { readonly title: string; readonly href: string };
}

const samaritans: OtherHelp = {
  name: 'Samaritans',
  what: 'Talk to someone about anything. Free.',
  hours: 'Any time, day or night',
  shown: '116 123',
  href: 'tel:116123',
};

export const unitedKingdom: LocalePack = {
  language: 'en',
  formats: 'en-GB',
  direction: 'ltr',
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
    },
    {
      name: 'NHS 111',
      what: 'Choose option 2 for mental health.',
      hours: 'Any time, day or night',
      shown: '111',
      href: 'tel:111',
    },
  ],
  addressStatement: 'We do not store the internet (IP) address of your phone or computer.',
  neutral: { title: 'Weather', href: 'https://www.bbc.co.uk/weather' },
};
