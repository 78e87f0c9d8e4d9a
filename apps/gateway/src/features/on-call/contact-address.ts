import { isIP } from 'node:net';
import type { OnCallAdded } from '@warmline/contracts';
import { isMailbox, type OnCallKind } from '@warmline/vocabulary';
import { isPublicAddress } from './public-address';

export type AddressProblem = Extract<OnCallAdded, { outcome: 'problem' }>['problem'];

/** The host of a URL as an IP address, or null when it is a name. */
export const ipOf = ({ hostname }: URL): string | null => {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? null : bare;
};

const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/;

const isInPrivateNetwork = (url: URL): boolean => {
  const ip = ipOf(url);
  return ip === null ? LOCAL_NAME.test(url.hostname) : !isPublicAddress(ip);
};

const webhookProblem = (address: string, allowsPrivate: boolean): AddressProblem | null => {
  if (!URL.canParse(address)) return 'not_an_address';
  const url = new URL(address);
  const isPrivate = isInPrivateNetwork(url);
  const isWeb = url.protocol === 'https:' || (url.protocol === 'http:' && allowsPrivate && isPrivate);
  if (!isWeb) return 'not_https';
  if (`${url.username}${url.password}${url.hash}` !== '') return 'not_an_address';
  return isPrivate && !allowsPrivate ? 'private_network' : null;
};

/**
 * Why this address cannot be used; null when it can. `allowsPrivate`: the deployment lets webhooks go into private networks, and
 * there without TLS.
 */
export const addressProblem = (
  kind: OnCallKind,
  address: string,
  allowsPrivate: boolean,
): AddressProblem | null => {
  if (kind === 'webhook') return webhookProblem(address, allowsPrivate);
  return isMailbox(address) ? null : 'not_an_address';
};

/** Enough of an address to tell it apart on a screen. The path of a webhook is often a secret. */
export const shownAddress = (kind: OnCallKind, address: string): string => {
  if (kind === 'webhook') return new URL(address).host;
  const [box = '', host = ''] = address.split('@');
  return `${box.slice(0, 1)}…@${host}`;
};
