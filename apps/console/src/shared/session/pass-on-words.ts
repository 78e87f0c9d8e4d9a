import { withIsolatedTexts } from '../i18n/isolated';

export const passOnWords = withIsolatedTexts({
  address: (name: string) => `E-mail address of ${name}`,
  addressHint: 'Check it with them: the first person to open the link has the account. We do not keep it.',
  addressMissing: 'Enter one whole address, for example rae@example.org.',
  send: 'Send the link',
  sendAgain: 'Send it again',
  sent: (address: string) =>
    `The mail server took the e-mail to ${address}. If it does not arrive, copy the link and pass it on.`,
  notSent: (why: string) => `The e-mail was not sent: ${why} Copy the link and pass it on.`,
  why: {
    not_set_up: 'no mail server is set up.',
    unreadable: 'the address cannot be opened.',
    address_refused: 'the address leads into a private network.',
    not_reached: 'the mail server cannot be reached.',
    timed_out: 'the mail server did not answer in time.',
    not_encrypted: 'the connection to the mail server is not encrypted.',
    redirected: 'the mail server names another one.',
    turned_down: 'the mail server refused the address or the message.',
    too_fast: 'too many e-mails were sent. Wait an hour.',
    over: 'the link no longer works. Make a new one.',
    unavailable: 'we cannot reach the service right now.',
  },
});
