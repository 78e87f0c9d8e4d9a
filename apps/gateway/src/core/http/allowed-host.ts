import { isIP } from 'node:net';

/**
 * Whether a request may name this host. A page of another name could be pointed at this address (DNS rebinding), and its
 * script would be of our origin; so only our own names are answered, and addresses, which are no name to point anywhere.
 */
export const isAllowedHost = (
  host: string | undefined,
  publicUrl: string,
  others: readonly string[],
): boolean => {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const { hostname, pathname, username } = new URL(`http://${host}`);
  if (pathname !== '/' || username !== '') return false;
  const isAddress = isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0;
  return isAddress || [new URL(publicUrl).hostname, 'localhost', ...others].includes(hostname);
};
