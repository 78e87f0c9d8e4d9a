import type { Tried } from '@warmline/contracts';
import { withIsolatedTexts } from '../../shared/i18n/isolated';

type Came = Extract<Tried, { outcome: 'came' }>;

/** What is missing, and what that means. */
const missing: Readonly<Record<Came['missing'][number], string>> = {
  second_factor: 'It did not say that it asked for a second factor, so we ask for ours.',
  auth_time: 'It did not say when it asked (auth_time), so its sign-in is no fresh proof.',
  name: 'No name (name). Ask for the scope profile.',
  sign_in_name: 'No sign-in name (preferred_username or email). Ask for the scope profile or email.',
  roles:
    'The claim with the roles is not there. Check its name, and what the provider puts into its ID token.',
};

export const singleSignOnWords = withIsolatedTexts({
  title: 'Single sign-on',
  lead: 'How people sign in with the accounts of your charity. The person who runs the server sets it up.',
  loading: 'Loading the settings',
  failed: 'We could not load the settings. Try again.',
  none: 'No provider is set up',
  noneMore:
    'People sign in with a passkey, or a password and a code. The guide “Operations” says how to set a provider up.',
  settings: 'Settings',
  issuer: 'Provider',
  returnAddress: 'Return address to register there',
  scope: 'Asked for',
  secondFactor: 'Means a second factor',
  roleClaim: 'Claim with the roles',
  noRoleClaim: 'None. Roles are given here alone.',
  role: (value: string, role: string) => `${value}: ${role}`,
  never: 'A role from the provider changes nothing by itself. Two people decide here.',
  always:
    'Administrators can always sign in with their password and second factor, also while the provider is down.',
  people: {
    title: (name: string) => `What ${name} says of people`,
    lead: 'Who has another role there than here, and who asks for an account. Nothing changes until one person proposes it and another agrees.',
    loading: 'Loading what it says',
    failed: 'We could not load what it says. Try again.',
    none: 'Nothing to decide',
    noneMore: 'No one has another role there, and no one asks for an account.',
    name: 'Name',
    here: 'Here',
    there: 'There',
    acts: 'Propose',
    asks: 'No account yet',
    noRole: 'No role',
    propose: 'Propose it',
    proposeOf: (name: string) => `Propose it for ${name}`,
    isProposed: 'Waits for a second person',
    notDone: 'That did not work. Nothing has changed. Try again in a moment.',
  },
  tryTitle: 'Try it',
  tryLead:
    'You sign in at the provider, and see here what it says of you. Nothing changes, and no one is signed in.',
  tryIt: (name: string) => `Try ${name}`,
  unreachable: (name: string) =>
    `We cannot reach ${name} right now. People can still sign in with their password.`,
  refused: (name: string) => `${name} did not sign you in, or we do not accept its answer.`,
  code: (code: string) => `For the person who runs the server: ${code}`,
  came: 'The sign-in works.',
  opens: {
    yours: 'It opens your account here.',
    another: 'It opens the account of another person here.',
    none: 'It opens no account here yet. Its person links it under “My account”.',
  },
  isStrong: 'It asked for a second factor.',
  told: (roles: string) => `It says: ${roles}.`,
  toldNone: 'It gives none of the roles above.',
  claims: 'Claims that came',
  missingTitle: 'What is missing',
  missing,
});
