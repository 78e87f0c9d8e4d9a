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

/** A page with more waiting than this is shown no further view until it has read on (packets, bytes). */
const VIEW_PACKETS = 50;
const VIEW_BYTES = 131_072;

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

/** Whether a page still has so much to read that a view for it should wait, long before it would be closed. */
export const isReadingSlowly = (line: { readonly transport: object }): boolean => {
  const waiting: unknown = 'writeBuffer' in line ? line.writeBuffer : null;
  const packets = Array.isArray(waiting) ? waiting.length : 0;
  return packets > VIEW_PACKETS || bytesWaiting(line.transport) > VIEW_BYTES;
};
