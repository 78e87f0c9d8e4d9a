import { request as httpRequest } from 'node:http';
import type { Stranger } from './stranger';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** How long an answer is waited for (ms). */
const ANSWER_WITHIN = 20_000;

/** One request on a connection of its own, counted by its status. @returns the answer's text; '' for none */
export const send = (stranger: Stranger, { method, path, headers = {}, body = '' }: Sent): Promise<string> =>
  new Promise((resolve) => {
    const { host, port } = stranger.orders;
    const type = method === 'GET' ? {} : { 'content-type': 'application/json' };
    const request = httpRequest(
      {
        ...{ host, port, method, path, agent: false, timeout: ANSWER_WITHIN },
        localAddress: stranger.address(),
        headers: { ...type, ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        stranger.count(String(response.statusCode));
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part.slice(0, 4_096)));
        response.on('close', () => resolve(text));
        response.on('error', () => undefined);
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => {
      stranger.count('reset');
      resolve('');
    });
    request.end(body);
  });
