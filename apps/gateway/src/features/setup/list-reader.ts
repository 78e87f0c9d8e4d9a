import { parentPort } from 'node:worker_threads';
import { inParts } from './judge-list';
import { readList, type FromReader, type SentList } from './read-list';

/** The thread in which a large list is parsed: see ListReaderThread. */
const say = (part: FromReader): void => parentPort?.postMessage(part);

parentPort?.on('message', (sent: SentList) => {
  const read = readList(sent);
  if (!('rows' in read)) return say(read);
  for (const rows of inParts(read.rows)) say({ rows });
  say({ header: read.header });
});
say({ isReady: true });
