import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** An export is cut off when its reader takes nothing for so long (ms): it holds up every other export of this gateway. */
export const EXPORT_IDLE = 30_000;

/** Sends lines as they are made. Rejects when the reader goes away, or takes nothing for `idle` ms. */
export const sendLines = async (
  lines: AsyncIterable<string>,
  response: ServerResponse,
  idle: number = EXPORT_IDLE,
): Promise<void> => {
  response.setTimeout(idle, () => response.destroy(new Error('the reader takes nothing')));
  await pipeline(Readable.from(lines), response);
};
