import { generateSecret, generateURI, verify } from 'otplib';
import { CLOCK_MAY_DIFFER } from '@warmline/identity';
import { SECOND, type Instant } from '@warmline/kernel';

/** RFC 6238 as apps expect it: SHA-1, six digits, 30 seconds. 160 bits. */
const SECRET_BYTES = 20;

export const newSecret = (): string => generateSecret({ length: SECRET_BYTES });

/** What an app scans. The issuer is who the codes are for. */
export const uriOf = (secret: string, label: string, issuer: string): string =>
  generateURI({ issuer, label, secret });

/** The number of the 30 seconds in which this code is shown; null for a code that is not near `now`. */
export const stepOf = async (secret: string, typed: string, now: Instant): Promise<number | null> => {
  const token = typed.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now / SECOND);
  const found = await verify({ secret, token, epoch, epochTolerance: CLOCK_MAY_DIFFER / SECOND });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
};
