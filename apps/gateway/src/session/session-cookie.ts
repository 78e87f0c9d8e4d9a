import { SESSION_ABSOLUTE } from '@warmline/identity';

/** `__Host-` binds the cookie to this host over TLS; browsers refuse it without TLS, so the loopback demo has another. */
const nameFor = (publicUrl: string): string =>
  new URL(publicUrl).protocol === 'https:' ? '__Host-warmline' : 'warmline_session';

const attributesFor = (publicUrl: string): string =>
  `Path=/; HttpOnly; SameSite=Strict${new URL(publicUrl).protocol === 'https:' ? '; Secure' : ''}`;

/** The value of `Set-Cookie` that signs in. */
export const sessionCookie = (publicUrl: string, secret: string): string =>
  `${nameFor(publicUrl)}=${secret}; ${attributesFor(publicUrl)}; Max-Age=${SESSION_ABSOLUTE / 1_000}`;

/** The value of `Set-Cookie` that signs out. */
export const noSessionCookie = (publicUrl: string): string =>
  `${nameFor(publicUrl)}=; ${attributesFor(publicUrl)}; Max-Age=0`;

/** The secret in a `Cookie` header. Null for any other form than the one we set. */
export const readSessionCookie = (publicUrl: string, header: string | undefined): string | null => {
  const prefix = `${nameFor(publicUrl)}=`;
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  const secret = pair?.slice(prefix.length) ?? '';
  return /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : null;
};
