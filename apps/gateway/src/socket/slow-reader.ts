/** Packets that wait for a page that does not read (count), and bytes already handed to its connection. */
export const WAITING_PACKETS = 1_000;
export const WAITING_BYTES = 1_048_576;

/** The part of an Engine.IO socket that tells how far its page is behind. */
export interface Written {
  readonly writeBuffer: readonly unknown[];
  /** Of a WebSocket; long-polling has none, and waits in `writeBuffer`. */
  readonly transport: object;
  on(event: 'packetCreate', listener: () => void): unknown;
  close(discard?: boolean): unknown;
}

const bytesWaiting = (transport: object): number => {
  if (!('socket' in transport)) return 0;
  const { socket } = transport;
  if (typeof socket !== 'object' || socket === null || !('bufferedAmount' in socket)) return 0;
  return typeof socket.bufferedAmount === 'number' ? socket.bufferedAmount : 0;
};

/**
 * Leaves a page that reads slower than others write, before what waits for it fills the memory. It comes back and reads
 * from Postgres what it missed: there is one way to resume, and it costs no buffer.
 */
export const closeSlowReader = (line: Written): void => {
  line.on('packetCreate', () => {
    if (line.writeBuffer.length > WAITING_PACKETS || bytesWaiting(line.transport) > WAITING_BYTES)
      line.close(true);
  });
};
