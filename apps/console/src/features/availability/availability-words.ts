import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { hours } from '../../shared/i18n/spans';

export const availabilityWords = withIsolatedTexts({
  strip: 'Your shift',
  shiftClosed: (name: string, time: string) =>
    `${name} ended your shift at ${time}, and means it kindly: you have given enough for now. What you still hold stays yours. If you would like to talk about it, ${name} is glad to.`,
  statusIs: (status: string) => `My status: ${status}`,
  available: 'Available',
  availableHint: 'You can be offered a conversation.',
  away: 'Away',
  awayHint: 'Nothing is offered to you. Your conversations go on.',
  notShown: 'Reading your status',
  statusFailed: 'Your status could not be changed. It is still as shown.',
  left: (minutes: number) => `Shift: ${hours(minutes)} left`,
  over: 'Shift over',
  paused: (time: string) => `No new conversations: your shift ends at ${time}.`,
  pausedOver: (time: string) => `No new conversations: your shift ended at ${time}.`,
  pausedMore: 'The ones you have go on.',
  another: 'Start another shift',
  failed: 'That did not work. Your shift is still as shown.',
});
