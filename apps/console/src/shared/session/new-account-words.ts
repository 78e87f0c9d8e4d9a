export const newAccountWords = {
  name: 'Your name',
  nameHint: 'Your colleagues see it.',
  nameMissing: 'Enter your name.',
  nameHidden: 'Remove characters that cannot be seen.',
  signInName: 'Sign-in name',
  signInNameHint: 'Small letters, digits, dots and dashes, for example rosalind.hughes.',
  signInNameWrong:
    'Enter a sign-in name of small letters, digits, dots and dashes, for example rosalind.hughes.',
  password: 'Password',
  passwordHint: 'At least 15 characters. A few words that only you would put together work well.',
  show: 'Show password',
  hide: 'Hide password',
  busy: 'Many people are signing in right now. Wait a moment, then try again.',
  unreachable: 'We cannot reach the service right now. Nothing is lost. Try again in a moment.',
  otherwise: 'We could not make the account. Try again in a moment.',
};
