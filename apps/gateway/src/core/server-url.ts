/** Passwords that servers come with, or that their manuals use. */
const WELL_KNOWN: ReadonlySet<string> = new Set([
  'admin',
  'changeme',
  'default',
  'foobared',
  'password',
  'postgres',
  'redis',
  'root',
  'secret',
  'test',
]);

const hasKnownPassword = ({ username, password }: URL): boolean => {
  const plain = decodeURIComponent(password).toLowerCase();
  return plain !== '' && (plain === decodeURIComponent(username).toLowerCase() || WELL_KNOWN.has(plain));
};

/** Settings of a connection string by which `pg` accepts any certificate. */
const acceptsAnyCertificate = ({ searchParams }: URL): boolean => {
  const mode = searchParams.get('sslmode') ?? '';
  // As libpq does, any other mode then encrypts and checks nothing.
  const isAsLibpq = searchParams.get('uselibpqcompat') === 'true';
  return mode === 'no-verify' || (isAsLibpq && !['verify-ca', 'verify-full'].includes(mode));
};

/** What makes the address of Postgres or Redis unsafe for a real service; undefined when nothing does. Names no value. */
export const flawOfServerUrl = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (hasKnownPassword(url)) return 'has a password that anyone may guess: give this account a random one';
  if (acceptsAnyCertificate(url))
    return 'accepts any certificate: leave out sslmode=no-verify, give uselibpqcompat sslmode=verify-full, and name your authority with sslrootcert';
  return undefined;
};
