import { createTransport } from 'nodemailer';
import { SECOND } from '@warmline/kernel';
import type { OnCallResult } from '@warmline/vocabulary';
import type { Config } from '../../core/config';
import { resultOf } from './result-of';

/** For each step with the mail server (ms): connecting, its greeting, and silence after that. */
const STEP_WITHIN = 10 * SECOND;

export interface Mail {
  readonly to: string;
  /** Made once for a message: a second copy has the same Message-ID. */
  readonly id: string;
  readonly text: string;
  /** Below it, where there is more to keep. */
  readonly body?: string;
  /** False for what can wait until its reader looks. */
  readonly isUrgent?: boolean;
}

export type MailServer = Pick<Config, 'SMTP_URL' | 'SMTP_FROM' | 'SMTP_PLAIN'>;

const hostOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Whether this deployment has a mail server. */
export const canMail = ({ SMTP_URL, SMTP_FROM }: MailServer): boolean =>
  SMTP_URL !== undefined && SMTP_FROM !== undefined;

/** Throws a `URIError` when the name or the password of the address cannot be decoded. */
const transportTo = (url: string, plain: MailServer['SMTP_PLAIN']) => {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: plain === '0',
    ignoreTLS: plain === '1' && !secure,
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: STEP_WITHIN,
    greetingTimeout: STEP_WITHIN,
    socketTimeout: STEP_WITHIN,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
};

/**
 * One e-mail without content. TLS from the first byte with `smtps:`, and by STARTTLS with `smtp:`: without TLS nothing is sent
 * unless SMTP_PLAIN allows it.
 */
export const sendMail = async (
  { to, id, text, body = text, isUrgent = true }: Mail,
  { SMTP_URL, SMTP_FROM, SMTP_PLAIN }: MailServer,
): Promise<OnCallResult> => {
  if (SMTP_URL === undefined || SMTP_FROM === undefined) return 'not_set_up';
  let transport: ReturnType<typeof transportTo> | undefined;
  try {
    transport = transportTo(SMTP_URL, SMTP_PLAIN);
    await transport.sendMail({
      from: { name: 'Warmline', address: SMTP_FROM },
      to: { name: '', address: to },
      subject: text,
      text: body,
      messageId: `<${id}@${hostOf(SMTP_FROM)}>`,
      headers: { 'Auto-Submitted': 'auto-generated', ...(isUrgent && { 'X-Priority': '1' }) },
    });
    return 'sent';
  } catch (error) {
    return resultOf(error);
  } finally {
    transport?.close();
  }
};
