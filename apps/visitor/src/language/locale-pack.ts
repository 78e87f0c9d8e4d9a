/** People who listen, and how to reach them. `href` is a `tel:` or `sms:` link. */
export interface OtherHelp {
  readonly name: string;
  readonly what: string;
  readonly hours: string;
  readonly shown: string;
  readonly href: string;
  /** It costs nothing from any phone. */
  readonly isFree: boolean;
}

/** What the build knows of the page, whatever the charity. */
export interface PageLocale {
  readonly language: string;
  /** Language tag with its country: how times and days are written. */
  readonly formats: string;
  readonly direction: 'ltr' | 'rtl';
  /** Must say what the server really does. */
  readonly addressStatement: string;
}

/** What changes from charity to charity. The server writes it into the page; no charity's name, number or address is in the script. */
export interface LocalePack extends PageLocale {
  readonly charity: {
    readonly name: string;
    /** Up to three letters instead of a mark; empty: none. */
    readonly initials: string;
    /** Path of its picture; null: none. */
    readonly mark: string | null;
    /** It is the demo: nobody answers. */
    readonly isDemo: boolean;
    /** What it adds about privacy; empty: nothing. */
    readonly privacy: { readonly text: string; readonly url: string };
  };
  readonly emergency: { readonly shown: string; readonly href: string };
  /** Who else to call when this service cannot be reached: the first of the others. */
  readonly listener: OtherHelp;
  readonly otherHelp: readonly OtherHelp[];
  readonly neutral: { readonly title: string; readonly href: string };
}

export const pageLocale: PageLocale = {
  language: 'en',
  formats: 'en-GB',
  direction: 'ltr',
  addressStatement: 'We do not store the internet (IP) address of your phone or computer.',
};
