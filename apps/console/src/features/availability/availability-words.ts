import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { hours } from '../../shared/i18n/spans';

export const availabilityWords = withIsolatedTexts({
  strip: 'Your shift',
  shiftClosed: (name: string, time: string) =>
    `${name} ended your shift at ${time} so that you can rest. You keep your current conversations. If you would like to talk about it, ask ${name}.`,
  statusIs: (status: string) => `My status: ${status}`,
  available: 'Available',
  availableHint: 'You can be offered a conversation.',
  onBreak: (time: string) => `On break until ${time}`,
  quiet: (time: string) => `Quiet until ${time}`,
  notCheckedIn: 'Not checked in',
  oneAtATime: 'One at a time',
  away: 'Away',
  awayHint: 'You are not offered conversations. The ones you have continue.',
  notShown: 'Loading your status',
  statusFailed: 'Your status was not changed. Try again.',
  left: (minutes: number) => `Shift: ${hours(minutes)} left`,
  over: 'Shift over',
  paused: (time: string) => `No new conversations: your shift ends at ${time}.`,
  pausedOver: (time: string) => `No new conversations: your shift ended at ${time}.`,
  pausedMore: 'The ones you have continue.',
  another: 'Start another shift',
  failed: 'Your shift was not changed. Try again.',
});
