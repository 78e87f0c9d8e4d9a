import { Socket } from 'node:net';

/**
 * A socket to Postgres that closes when an answer takes longer than this (ms). A half-open connection never answers, and every
 * user that gets it from the pool would wait. An idle socket stays open. For the `stream` option of `pg`.
 */
export const socketWithReadTimeout =
  (timeout: number) =>
  ({ ssl }: { readonly ssl?: unknown } = {}): Socket => {
    const socket = new Socket();
    // Behind TLS only ciphertext is seen here, and not in order.
    if (ssl !== undefined && ssl !== false) return socket;
    let answeredAt = 0;
    socket.on('data', () => {
      answeredAt = socket.bytesWritten;
    });
    socket.setTimeout(timeout, () => {
      if (socket.bytesWritten > answeredAt) socket.destroy(new Error('the database does not answer'));
    });
    return socket;
  };
