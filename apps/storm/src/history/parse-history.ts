import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Stamped } from './history-event';

/** Every event of a history in order; a last line cut short by a crash is left out. */
export async function* readHistory(path: string): AsyncGenerator<Stamped & { readonly ln: number }> {
  let ln = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    ln += 1;
    if (!line.endsWith('}')) continue;
    // Written by history-file.ts and by nobody else.
    const event = JSON.parse(line) as Stamped;
    yield { ...event, ln };
  }
}
