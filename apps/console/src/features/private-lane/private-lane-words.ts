import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const privateLaneWords = withIsolatedTexts({
  title: (names: string) => `Private lane${names === '' ? '' : ` with ${names}`}, not seen by the visitor`,
  label: 'Private lane, not seen by the visitor',
  unread: (count: number) => `${count} new`,
  told: (name: string) => `${name} wrote to you privately.`,
  who: 'For the team only.',
  box: 'Private word',
  send: 'Send privately',
  sending: 'Sending…',
  none: 'Nothing written yet.',
  closed: 'No supervisor is reading along now. Call one to write here.',
  unreadable: 'This cannot be opened.',
  join: 'Join openly',
  joinHint: 'The visitor is told that you joined. The responder goes on writing.',
  stepOut: 'Leave openly',
  hasJoined: 'The visitor knows that you are here.',
  joined: (names: string) => `${names} joined openly. The visitor was told.`,
});
