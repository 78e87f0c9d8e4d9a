const direction: 'ltr' | 'rtl' = 'ltr';

/** The language of every catalogue here, and the country whose way of writing times and dates is used. */
export const locale = { language: 'en', formats: 'en-GB', direction };
