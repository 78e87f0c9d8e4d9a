import type { OnCallResult } from '@warmline/vocabulary';
import { PrivateAddress } from './public-address';

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** Codes of TLS: Node's own, and those of certificates. ETLS is Nodemailer's. */
const NOT_ENCRYPTED = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ETLS|EPROTO)/;
/** Nodemailer gives a failed handshake the code of any broken connection; only its words tell them apart. */
const isOfTls = (error: unknown): boolean =>
  codeOf(error) === 'ESOCKET' && error instanceof Error && /certificate|\b(?:ssl|tls)\b/i.test(error.message);
const TIMED_OUT = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ABORT_ERR', 'UND_ERR_CONNECT_TIMEOUT']);
/** Nodemailer's: the server answered, and refused the sign-in, the sender, the recipient or the message. */
const TURNED_DOWN = new Set(['EAUTH', 'EENVELOPE', 'EMESSAGE', 'EPROTOCOL']);

/** What a failed try says, as a code from the closed list. Never its text, which may repeat an address. */
export const resultOf = (error: unknown): OnCallResult => {
  if (error instanceof PrivateAddress) return 'address_refused';
  const code = codeOf(error);
  if (TIMED_OUT.has(code) || ['AbortError', 'TimeoutError'].includes(nameOf(error))) return 'timed_out';
  if (NOT_ENCRYPTED.test(code) || isOfTls(error)) return 'not_encrypted';
  return TURNED_DOWN.has(code) ? 'turned_down' : 'not_reached';
};
