import { createHmac } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { SECOND } from '@warmline/kernel';
import type { OnCallResult } from '@warmline/vocabulary';
import { ipOf } from './contact-address';
import { isPublicAddress, lookupPublic } from './public-address';
import { resultOf } from './result-of';

/** For the whole request, from looking the name up to the answer (ms). */
const ANSWER_WITHIN = 10 * SECOND;

export interface Webhook {
  readonly url: string;
  readonly secret: string;
  /** Made once for a message: a receiver that has seen it drops the second copy. */
  readonly id: string;
  readonly body: string;
  /** Seconds since 1970, part of what is signed. */
  readonly at: number;
}

/** `t=<seconds>,v1=<HMAC-SHA256 in hexadecimal of "<seconds>.<body>">`: how a receiver knows who sent it, and when. */
export const signatureOf = ({ secret, body, at }: Pick<Webhook, 'secret' | 'body' | 'at'>): string =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;

const post = (url: URL, options: RequestOptions, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? request : plainRequest;
    const asked = send(url, options, (answer) => {
      // What it says is not read: only whether it took the message.
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    // A receiver that wants to speak another protocol. With no listener Node closes the socket and says nothing.
    asked.on('upgrade', (answer, socket) => {
      resolve(answer.statusCode ?? 0);
      socket.destroy();
    });
    // Settles whatever happened: one message that never ends would hold up all the others.
    asked.on('close', () => reject(new Error('closed without an answer')));
    asked.on('error', reject).end(body);
  });

/** One POST. A redirect is not followed. `allowsPrivate`: the address may lead into a private network. */
export const sendWebhook = async (
  { url: address, secret, id, body, at }: Webhook,
  allowsPrivate: boolean,
): Promise<OnCallResult> => {
  const url = new URL(address);
  const ip = ipOf(url);
  if (!allowsPrivate && ip !== null && !isPublicAddress(ip)) return 'address_refused';
  try {
    const status = await post(
      url,
      {
        method: 'POST',
        // A connection of its own: none is kept that was checked for another contact.
        agent: false,
        signal: AbortSignal.timeout(ANSWER_WITHIN),
        ...(allowsPrivate ? {} : { lookup: lookupPublic }),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Warmline',
          'idempotency-key': id,
          'warmline-signature': signatureOf({ secret, body, at }),
        },
      },
      body,
    );
    if (status >= 200 && status < 300) return 'sent';
    return status >= 300 && status < 400 ? 'redirected' : 'turned_down';
  } catch (error) {
    return resultOf(error);
  }
};
