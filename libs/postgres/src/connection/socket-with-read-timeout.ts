import { Socket } from 'node:net';

/**
 * A line to Postgres that gives up after having waited this long (ms) for an answer: on a half-open one nothing ever comes,
 * and whoever waits on it, or is given it by a pool, would wait with it. An idle line is left alone. For `pg`'s `stream`.
 */
export const socketWithReadTimeout =
  (answerWithin: number) =>
  ({ ssl }: { readonly ssl?: unknown } = {}): Socket => {
    const line = new Socket();
    // Behind TLS only ciphertext is seen here, and not in order.
    if (ssl !== undefined && ssl !== false) return line;
    let answeredAt = 0;
    line.on('data', () => {
      answeredAt = line.bytesWritten;
    });
    line.setTimeout(answerWithin, () => {
      if (line.bytesWritten > answeredAt) line.destroy(new Error('the database does not answer'));
    });
    return line;
  };
