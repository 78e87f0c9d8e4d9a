import { PassThrough } from 'node:stream';
import { flushOncePerTurn, writeOncePerTurn } from './write-once-per-turn';

const endOfTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('what a page is told in one turn of the event loop', () => {
  it('is flushed once at its end, also when it was said in promises, and again in the next', async () => {
    const flushed: string[][] = [];
    let buffer: string[] = [];
    const line = {
      flush: () => {
        flushed.push(buffer);
        buffer = [];
      },
    };
    const says = (word: string): void => {
      buffer.push(word);
      line.flush();
    };
    flushOncePerTurn(line);
    says('acknowledgement');
    await Promise.resolve().then(() => says('entries'));
    expect(flushed).toEqual([]);
    await endOfTurn();
    expect(flushed).toEqual([['acknowledgement', 'entries']]);
    says('later');
    await endOfTurn();
    expect(flushed).toEqual([['acknowledgement', 'entries'], ['later']]);
  });

  it('leaves in one write, frame by frame in order', async () => {
    const writes: string[] = [];
    const socket = new PassThrough();
    socket._writev = (chunks, done) => {
      writes.push(chunks.map(({ chunk }) => String(chunk)).join(''));
      done();
    };
    writeOncePerTurn(socket);
    const frame = (text: string): void => {
      socket.cork();
      socket.write(`[${text}`);
      socket.write(']');
      socket.uncork();
    };
    frame('one');
    frame('two');
    expect(writes).toEqual([]);
    await endOfTurn();
    expect(writes).toEqual(['[one][two]']);
    frame('three');
    await endOfTurn();
    expect(writes).toEqual(['[one][two]', '[three]']);
  });
});
