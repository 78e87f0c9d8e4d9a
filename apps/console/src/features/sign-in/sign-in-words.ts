import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const signInWords = withIsolatedTexts({
  myself: (name: string) => `${name}: more`,
  soundOn: 'Sound on an offer: on',
  soundOff: 'Sound on an offer: off',
  soundHint: 'One soft tone, only on this device.',
  shortcuts: 'Keyboard shortcuts',
  hide: 'Hide what is written',
  title: 'Sign in',
  lead: 'For responders and supervisors.',
  signInName: 'Sign-in name',
  password: 'Password',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  nameMissing: 'Type your sign-in name.',
  passwordMissing: 'Type your password.',
  wrong: 'That sign-in name and password do not go together. Have another look, or ask your supervisor.',
  cookiesBlocked:
    'This browser blocks cookies for this site, so nobody can stay signed in. Allow cookies here, then try again.',
  tooFast: 'That was several tries in a short time. Wait a minute, then try again.',
  unreachable:
    'We cannot reach the service right now. Nothing is wrong with your sign-in. Try again in a moment.',
  otherwise: 'That did not work. Try again in a moment.',
  why: {
    ended:
      'You were signed out because your session ended. What you were writing is still here once you sign in again.',
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
    `You are still in a conversation with ${names}. If you sign out, they keep their place and we look for someone else.`,
  signOutUnsent: 'Something you wrote has not been sent yet. Signing out forgets it.',
  stay: 'Stay here',
});
