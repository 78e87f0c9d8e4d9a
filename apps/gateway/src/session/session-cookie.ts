import { DEVICE_KNOWN, HALF_SESSION_LASTS, SESSION_ABSOLUTE } from '@warmline/identity';
import { MINUTE, SECOND } from '@warmline/kernel';

/** `__Host-` binds a cookie to this host over TLS; browsers refuse it without TLS, so the loopback demo has other names. */
const NAMES = {
  session: { tls: '__Host-warmline', demo: 'warmline_session', lasts: SESSION_ABSOLUTE },
  half: { tls: '__Host-warmline-half', demo: 'warmline_half', lasts: HALF_SESSION_LASTS },
  device: { tls: '__Host-warmline-device', demo: 'warmline_device', lasts: DEVICE_KNOWN },
  provider: { tls: '__Host-warmline-provider', demo: 'warmline_provider', lasts: 10 * MINUTE },
} as const;
type Cookie = keyof typeof NAMES;

const isTls = (publicUrl: string): boolean => new URL(publicUrl).protocol === 'https:';

const nameFor = (publicUrl: string, cookie: Cookie): string =>
  isTls(publicUrl) ? NAMES[cookie].tls : NAMES[cookie].demo;

const setCookie = (publicUrl: string, cookie: Cookie, secret: string): string => {
  const age = secret === '' ? 0 : NAMES[cookie].lasts / SECOND;
  const secure = isTls(publicUrl) ? '; Secure' : '';
  // A browser comes back from the identity provider by a link of another site, and must bring this one.
  const site = cookie === 'provider' ? 'Lax' : 'Strict';
  return `${nameFor(publicUrl, cookie)}=${secret}; Path=/; HttpOnly; SameSite=${site}${secure}; Max-Age=${age}`;
};

/** The secret in a `Cookie` header. Null for any other form than the one we set. */
const readCookie = (publicUrl: string, cookie: Cookie, header: string | undefined): string | null => {
  const prefix = `${nameFor(publicUrl, cookie)}=`;
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  const secret = pair?.slice(prefix.length) ?? '';
  return /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : null;
};

/** The value of `Set-Cookie` that signs in. */
export const sessionCookie = (publicUrl: string, secret: string): string =>
  setCookie(publicUrl, 'session', secret);

/** The value of `Set-Cookie` that signs out. The device stays known. */
export const noSessionCookie = (publicUrl: string): string => setCookie(publicUrl, 'session', '');

export const readSessionCookie = (publicUrl: string, header: string | undefined): string | null =>
  readCookie(publicUrl, 'session', header);

/** The value of `Set-Cookie` by which this device is known when someone signs in on it again. */
export const deviceCookie = (publicUrl: string, secret: string): string =>
  setCookie(publicUrl, 'device', secret);

export const readDeviceCookie = (publicUrl: string, header: string | undefined): string | null =>
  readCookie(publicUrl, 'device', header);

/** The value of `Set-Cookie` between the password and the second factor; an empty secret takes it away. */
export const halfCookie = (publicUrl: string, secret: string): string => setCookie(publicUrl, 'half', secret);

export const readHalfCookie = (publicUrl: string, header: string | undefined): string | null =>
  readCookie(publicUrl, 'half', header);

/** The value of `Set-Cookie` on the way to the identity provider and back; an empty secret takes it away. */
export const providerCookie = (publicUrl: string, secret: string): string =>
  setCookie(publicUrl, 'provider', secret);

export const readProviderCookie = (publicUrl: string, header: string | undefined): string | null =>
  readCookie(publicUrl, 'provider', header);
