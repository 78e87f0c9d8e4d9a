// What this page needs of `socket.io-parser`: the packets that are text. Our server sends no others. The build puts this file
// in that library's place; a spec compares the two.

/** Version of Socket.IO's protocol. */
export const protocol = 5;

export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4 } as const;

export interface Packet {
  readonly type: number;
  readonly nsp: string;
  readonly id?: number | undefined;
  readonly ['data']?: unknown;
}

/** Type, namespace where it is not the first, number to acknowledge, and the content as JSON. */
const PACKET = /^([0-4])(?:(\/[^,]*)(?:,|$))?(\d+(?!\d))?([^]*)$/;

const needsList = (type: number): boolean => type === PacketType.EVENT || type === PacketType.ACK;

/** Throws for a text that is no packet; the library then closes the connection. */
const packetFrom = (text: string): Packet => {
  const [, type, nsp = '/', id, json = ''] = PACKET.exec(text) ?? [];
  const content: unknown = json === '' ? undefined : JSON.parse(json);
  if (type === undefined || (needsList(Number(type)) && !Array.isArray(content)))
    throw new Error('invalid packet');
  return {
    type: Number(type),
    nsp,
    ...(id !== undefined && { id: Number(id) }),
    ...(json !== '' && { ['data']: content }),
  };
};

export class Encoder {
  encode({ type, nsp, id, ['data']: content }: Packet): string[] {
    const namespace = nsp === '/' ? '' : `${nsp},`;
    return [`${type}${namespace}${id ?? ''}${content === undefined ? '' : JSON.stringify(content)}`];
  }
}

type Listener = (packet: Packet) => void;

/** Has one listener: the library's connection. */
export class Decoder {
  #listener: Listener | null = null;

  on(_event: 'decoded', listener: Listener): void {
    this.#listener = listener;
  }

  off(): void {
    this.#listener = null;
  }

  add(text: string): void {
    this.#listener?.(packetFrom(text));
  }

  destroy(): void {
    // Nothing is kept between packets.
  }
}
