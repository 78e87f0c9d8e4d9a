export const setUpWords = {
  title: 'Set up Warmline',
  lead: 'You are the first administrator. Next you add people and say when you are open.',
  create: 'Create account',
  creating: 'Creating…',
  over: 'This link no longer works',
  overWhy:
    'It has been used, has expired, or a newer one was made. If you have an account, sign in. If not, ask the person who runs the server to run migrate again for a new link.',
  reopen: 'Open the link again',
  reopenWhy: 'This page forgets the link when it is loaded again. Open the link that you were given.',
  toSignIn: 'Go to sign in',
  accountMade: 'Your account is made. One more step keeps it yours.',
  done: 'Your account is ready',
  doneWhy: 'You are signed in. This link no longer works for anyone.',
  goOn: 'Set up the service',
};
