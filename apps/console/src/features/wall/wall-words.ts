import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const wallWords = withIsolatedTexts({
  title: 'Figures of the last 4 hours',
  loading: 'Loading the figures…',
  heard: (time: string) => `Heard at ${time}`,
  silent: (time: string, ago: string) => `Nothing heard since ${time}: these figures are ${ago} old.`,
  never: 'The server does not answer. We keep trying.',
  over: 'This link does not work.',
  overWhy: 'It was revoked, or its address is not complete. Ask an administrator for a new one.',
  isPartial: 'There are too many contacts to count at once, so the rates use the newest ones.',
});
