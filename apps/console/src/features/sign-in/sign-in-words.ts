import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { times } from '../../shared/i18n/spans';

export const signInWords = withIsolatedTexts({
  myself: (name: string) => `${name}: menu`,
  account: 'My account',
  feedback: 'My feedback',
  newFeedback: (count: number) => times(count, '1 new', 'new'),
  myselfTold: (name: string, told: string) => `${name}: menu, feedback: ${told}`,
  soundOn: 'Sounds: on',
  soundOff: 'Sounds: off',
  soundHint: 'Soft tones, only on this device.',
  enterSends: 'Enter sends: on',
  ctrlSends: 'Enter sends: off',
  sendKeyHint: 'Off: Ctrl+Enter sends and Enter makes a new line.',
  shortcuts: 'Keyboard shortcuts',
  practise: 'Practise',
  practiseHint: 'A conversation with a written visitor or a colleague. No visitor is there.',
  hide: 'Hide messages',
  title: 'Sign in',
  lead: 'For responders and supervisors.',
  signInName: 'Sign-in name',
  password: 'Password',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  step: 'Second step of signing in',
  proveTitle: 'Enter your code',
  enrolTitle: 'Set up your second factor',
  enrolLead: 'A password alone does not protect the people who write to us. You do this once.',
  tookLong: 'That took too long, or too many codes were wrong. Sign in again.',
  nameMissing: 'Enter your sign-in name.',
  passwordMissing: 'Enter your password.',
  wrong: 'That name or password isn’t right. Try again, or ask your administrator.',
  cookiesBlocked:
    'This browser blocks cookies for this site, so you cannot stay signed in. Allow cookies here, then try again.',
  busy: 'Many people are signing in right now. We try again for you.',
  stillBusy: 'Many people are still signing in. Wait a moment, then try again.',
  unreachable:
    'We cannot reach the service right now. Your name and password may be right. Try again in a moment.',
  otherwise: 'We could not sign you in. Try again in a moment.',
  why: {
    ended: 'You were signed out because your session ended. Sign in again to see what you were writing.',
    changed:
      'Someone else signed in on this browser, so this page stopped. Sign in again to go on under your own name. What you were writing is still here.',
    left: 'You are signed out.',
  },
  again: 'Sign in again',
  againEnded: 'Your session ended. Sign in here to go on. Nothing you typed is lost.',
  againChanged:
    'Someone else signed in on this browser. Sign in here to go on under your own name. Nothing you typed is lost.',
  signOut: 'Sign out',
  signOutTitle: 'Sign out now?',
  signOutHolding: (names: string) =>
    `You are still in a conversation with ${names}. If you sign out, they keep their place and we find someone else.`,
  signOutUnsent: 'You have a message that was not sent. Signing out deletes it.',
  signingOut: 'Signing out…',
  backToDesk: 'Back to my desk',
  notYetOut: 'You are not signed out yet',
  notYetOutWhy:
    'We cannot reach the service. We keep trying, and this page stays locked. Leave it open until it says that you are signed out.',
  stay: 'Stay signed in',
});
