import type { Duplex } from 'node:stream';

/** Of an engine.io connection, what sends on its buffered packets. */
export interface BufferedLine {
  flush(): void;
}

/**
 * Everything a page is told in one turn of the event loop leaves in one go: the acknowledgement of its own message and
 * the entries that came with the same commit. Writing to sockets is most of what a message costs a gateway.
 */
export const flushOncePerTurn = (line: BufferedLine): void => {
  const flush = line.flush.bind(line);
  let isDue = false;
  line.flush = () => {
    if (isDue) return;
    isDue = true;
    process.nextTick(() => {
      isDue = false;
      flush();
    });
  };
};

/** Writes the frames of one event-loop turn in one system call. */
export const writeOncePerTurn = (socket: Duplex): void => {
  const cork = socket.cork.bind(socket);
  let isBatching = false;
  socket.cork = () => {
    cork();
    if (isBatching) return;
    isBatching = true;
    cork();
    process.nextTick(() => {
      isBatching = false;
      socket.uncork();
    });
  };
};
