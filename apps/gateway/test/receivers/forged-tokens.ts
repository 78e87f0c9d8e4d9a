import { SignJWT, type JWTPayload } from 'jose';
import { CLIENT, signed, type Forge } from './identity-provider';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
export const without = (claims: Readonly<Record<string, unknown>>, name: string) =>
  Object.fromEntries(Object.entries(claims).filter(([each]) => each !== name));
/** With the secret that the client and the provider share, as if it were the provider's key. */
const withSecret = (claims: JWTPayload): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(CLIENT.secret.padEnd(32)));

/** s */
const HOUR = 3_600;
/** What is not the provider's word to Warmline, by what is wrong with it. */
export const FORGED: readonly (readonly [string, Forge])[] = [
  ['aud: for another client', (claims, { own }) => signed({ ...claims, aud: 'another' }, own)],
  ['iss: of another issuer', (claims, { own }) => signed({ ...claims, iss: 'https://login.example' }, own)],
  ['exp: too old', (claims, { own }) => signed({ ...claims, exp: (claims.exp ?? 0) - 2 * HOUR }, own)],
  ['nonce: to another question', (claims, { own }) => signed({ ...claims, nonce: 'another' }, own)],
  ['nonce: none', (claims, { own }) => signed(without(claims, 'nonce'), own)],
  ['sub: none', (claims, { own }) => signed(without(claims, 'sub'), own)],
  ['signature: of another key', (claims, { other }) => signed(claims, other)],
  ['kid: of a key it does not have', (claims, { other }) => signed(claims, other, { kid: 'other' })],
  ['alg: none', (claims) => Promise.resolve(`${part({ alg: 'none' })}.${part(claims)}.`)],
  ['alg: HS256 with the secret of the client', (claims) => withSecret(claims)],
];
