import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const forecastWords = withIsolatedTexts({
  title: 'The next hours',
  lead: 'Simulated from this moment: who waits, who is on, the rota, and who usually comes.',
  make: 'Look ahead',
  again: 'Look again',
  making: (percent: number) => `Looking ahead: ${percent} %`,
  failed: 'It could not be made. Try again in a moment.',
  lineLost: 'The line is lost: it goes on once it is back.',
  madeAt: (time: string) => `Made at ${time}.`,
  enough: 'As planned, four of five will wait at most 10 minutes in every hour.',
  needs: (blocks: string) => `Needed besides: ${blocks}.`,
  block: (responders: number, from: string, until: string) =>
    `+${responders} ${responders === 1 ? 'responder' : 'responders'} ${from}–${until}`,
  notReached: (target: number) =>
    `Even with these, not every hour comes under ${target} minutes. Think of closing to standard visitors for a while.`,
  latestHours: 'Too few weeks are known: the arrivals are those of the latest hours.',
  hour: 'Hour',
  now: 'Now',
  span: (from: string, until: string) => `${from}–${until}`,
  people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  expectedKey: 'expected to come',
  answerableKey: 'can be answered as planned',
  withMoreKey: 'with those besides',
  arrivals: 'Expected',
  planned: 'Planned on',
  answerable: 'Can be answered',
  wait: 'Four of five wait at most',
  withMore: 'With those besides',
  minutes: (count: number) => (count < 1 ? 'under 1 min' : `${Math.round(count)} min`),
  long: 'over 4 h',
});
