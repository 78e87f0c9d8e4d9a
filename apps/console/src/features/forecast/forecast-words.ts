import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { times } from '../../shared/i18n/spans';

export const forecastWords = withIsolatedTexts({
  title: 'The next hours',
  lead: 'A simulation from now: who is waiting, who is on shift, the rota, and how many people usually come.',
  make: 'Make a forecast',
  again: 'Make a new forecast',
  making: (percent: number) => `Making the forecast: ${percent}%`,
  failed: 'We could not make the forecast. Try again in a moment.',
  lineLost: 'The connection is lost. The forecast continues when it is back.',
  madeAt: (time: string) => `Made at ${time}.`,
  enough: 'With the planned rota, 8 in 10 people wait less than 10 minutes in every hour.',
  needs: (blocks: string) => `${blocks}.`,
  block: (responders: number, from: string, until: string) =>
    `${from} to ${until}: ${responders === 1 ? '1 more person' : `${responders} more people`} needed`,
  notReached: (target: number) =>
    `Even with these people, some hours stay above ${target} minutes. Consider closing to standard visitors for a while.`,
  latestHours: 'There are not enough weeks of data, so the forecast uses the last few hours.',
  hour: 'Hour',
  now: 'Now',
  span: (from: string, until: string) => `${from}–${until}`,
  people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  expectedKey: 'expected',
  answerableKey: 'can be answered as planned',
  withMoreKey: 'with the extra people',
  arrivals: 'Expected',
  planned: 'On the rota',
  answerable: 'Can be answered',
  wait: '8 in 10 wait',
  withMore: 'With the extra people',
  under: (minutes: number) => `under ${minutes} min`,
  halfHour: 'up to half an hour',
  upTo: (hours: number) => (hours === 1 ? 'up to an hour' : `up to ${hours} hours`),
  long: 'over 4 hours',
  work: (hours: number) => `That is ${times(hours, '1 hour', 'hours')} of one person.`,
});
