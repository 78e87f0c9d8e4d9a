import type { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { Row } from '@warmline/setup';
import { readList, type FromReader, type ReadList, type SentList } from './read-list';
import { startThread } from './worker-thread';

/** A body with no more bytes than this is parsed where it is: it takes less than 10 ms. */
const SMALL_BODY = 200_000;
/** A body that has not been parsed after this time (ms) is given up. */
const ANSWER_WITHIN = 20_000;

/** Parses large lists in a thread of their own, so that nobody else waits. */
@Injectable()
export class ListReaderThread {
  /** Rejects when the thread fails, or does not answer in time. Afterwards nothing of it is left. */
  async read(sent: SentList): Promise<ReadList> {
    if (sent.bytes.length <= SMALL_BODY) return readList(sent);
    const thread = await startThread('list-reader');
    try {
      const answer = answerOf(thread);
      thread.postMessage(sent);
      return await answer;
    } finally {
      await thread.terminate();
    }
  }
}

const answerOf = (thread: Worker): Promise<ReadList> =>
  new Promise((resolve, reject) => {
    const rows: Row[] = [];
    const timer = setTimeout(() => reject(new Error('a list was not read in time')), ANSWER_WITHIN);
    const settle = (read: ReadList): void => {
      clearTimeout(timer);
      resolve(read);
    };
    thread.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    thread.on('message', (answer: FromReader) => {
      if ('isReady' in answer) return;
      if ('rows' in answer) rows.push(...answer.rows);
      else if ('header' in answer) settle({ header: answer.header, rows });
      else settle(answer);
    });
  });
