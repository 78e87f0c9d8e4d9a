import { codePoints, isBlank } from './message-limits';

/** Shortest password that someone may choose, in Unicode code points. */
export const PASSWORD_LEAST = 15;
/** Longest password, in UTF-16 units: a bound on the work of hashing it. */
export const PASSWORD_MOST = 200;

/** The name a person signs in with: lower-case letters, digits, dot and dash. */
export const SIGN_IN_NAME = /^[a-z0-9][a-z0-9.-]*$/;
/** Longest sign-in name, and longest name that colleagues see, in UTF-16 units. */
export const STAFF_NAME_MOST = 60;

export type PasswordFlaw = 'password_too_short' | 'password_too_common';

/** Different characters that must be left when everything common is taken out. A random number of 15 digits passes. */
const OWN_LEAST = 6;

/** Whole phrases that everyone knows, and the published passwords of the demo. */
const PHRASES = [
  'correct horse battery staple',
  'correcthorsebatterystaple',
  'correct-horse-battery-staple',
  'the quick brown fox',
  'thequickbrownfox',
  'to be or not to be',
  'quiet-harbour-lantern',
  'gentle-meadow-compass',
  'steady-orchard-bridge',
  'patient-garden-ladder',
];

/** What long common passwords are made of, and words of this product. Lower case. */
const WORDS = `
  abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm qwertz azerty qazwsxedc 1q2w3e4r5t
  1234567890 0987654321 123456 654321 12345 1234 123 qwerty asdf zxcv qaz wsx abc
  administrator admin superuser supervisor responder root user login signin test default guest
  password passwort passw0rd p@ssw0rd pa55word pass word secret letmein welcome changeme
  iloveyou iloveu love sunshine princess monkey dragon football baseball liverpool arsenal chelsea
  superman batman master shadow michael charlie computer internet whatever trustno1 starwars hello
  summer winter spring autumn london england hunter2 hunter
  warmline helpline hotline support charity samaritans volunteer console chat service`;

const longestFirst = (words: readonly string[]): string[] =>
  [...words].sort((one, other) => other.length - one.length);

/** Made when it is asked for: a module that computes at once stays in every page's script. */
const triedFirst = (): readonly string[] => longestFirst([...PHRASES, ...WORDS.trim().split(/\s+/)]);

/**
 * What is wrong with a password someone chooses, or null. The page and the server ask the same. `names`: of the person, who
 * may not use them as most of it. Any character is allowed, and none is asked for.
 */
export const passwordFlaw = (password: string, names: readonly string[] = []): PasswordFlaw | null => {
  if (codePoints(password) < PASSWORD_LEAST) return 'password_too_short';
  const own = names.map((name) => name.trim().toLowerCase()).filter((name) => name.length > 2);
  let left = password.toLowerCase();
  // A space stays where something was, so that what was apart does not become a word.
  for (const word of [...longestFirst(own), ...triedFirst()]) left = left.replaceAll(word, ' ');
  const different = new Set([...left].filter((character) => !isBlank(character)));
  return different.size < OWN_LEAST ? 'password_too_common' : null;
};
