// What this page needs of `socket.io-parser`: the packets that are text. Our server sends no others. The build puts this file
// in that library's place; a spec compares the two.
import { Emitter } from '@socket.io/component-emitter';

/** Version of Socket.IO's protocol. */
export const protocol = 5;

export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4 } as const;

export interface Packet {
  readonly type: number;
  readonly nsp: string;
  readonly id?: number | undefined;
  readonly data?: unknown;
}

/** Type, namespace where it is not the first, number to acknowledge, and the data as JSON. */
const PACKET = /^([0-4])(?:(\/[^,]*),?)?(\d+)?([^]*)$/;

const needsList = (type: number): boolean => type === PacketType.EVENT || type === PacketType.ACK;

/** Throws for a text that is no packet; the library then closes the connection. */
const packetFrom = (text: string): Packet => {
  const [, type, nsp = '/', id, json = ''] = PACKET.exec(text) ?? [];
  const data: unknown = json === '' ? undefined : JSON.parse(json);
  if (type === undefined || (needsList(Number(type)) && !Array.isArray(data)))
    throw new Error('invalid packet');
  return {
    type: Number(type),
    nsp,
    ...(id !== undefined && { id: Number(id) }),
    ...(json !== '' && { data }),
  };
};

export class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const place = nsp === '/' ? '' : `${nsp},`;
    return [`${type}${place}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}

export class Decoder extends Emitter<
  Record<string, never>,
  Record<string, never>,
  { decoded: (packet: Packet) => void }
> {
  add(text: string): void {
    this.emitReserved('decoded', packetFrom(text));
  }

  destroy(): void {
    // Nothing is kept between packets.
  }
}
