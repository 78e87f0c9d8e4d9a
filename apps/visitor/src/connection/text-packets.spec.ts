import fc from 'fast-check';
import * as library from 'socket.io-parser';
import { Decoder, Encoder, type Packet } from './text-packets';

const seed = 20_441;
const content = fc.json().map((text): unknown => JSON.parse(text));
const nsp = fc.constantFrom('/', '/visitor', '/staff');
const id = fc.option(fc.nat(), { nil: undefined });
const packets = fc.oneof(
  fc.record({ type: fc.constant(0), nsp, data: fc.dictionary(fc.string(), content) }),
  fc.record({ type: fc.constant(1), nsp }),
  fc.record({ type: fc.constant(2), nsp, id, data: fc.tuple(fc.constantFrom('message:send', 'x'), content) }),
  fc.record({ type: fc.constant(3), nsp, id: fc.nat(), data: fc.array(content) }),
  fc.record({ type: fc.constant(4), nsp, data: fc.record({ message: fc.string() }) }),
);

interface Reader {
  readonly on: (event: 'decoded', heard: (packet: unknown) => void) => unknown;
  readonly add: (text: string) => void;
}

const decoded = (decoder: unknown, text: string): unknown => {
  const reader = decoder as Reader;
  let packet: unknown = null;
  reader.on('decoded', (heard) => {
    packet = heard;
  });
  reader.add(text);
  return packet;
};
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('packets of text', () => {
  it('are written as the library writes them', () => {
    fc.assert(
      fc.property(packets, (packet: Packet) => {
        expect(new Encoder().encode(packet)).toEqual(new library.Encoder().encode(packet as library.Packet));
      }),
      { seed },
    );
  });

  it('are read as the library reads them', () => {
    fc.assert(
      fc.property(packets, (packet: Packet) => {
        const [text = ''] = new Encoder().encode(packet);
        expect(plain(decoded(new Decoder(), text))).toEqual(plain(decoded(new library.Decoder(), text)));
      }),
      { seed },
    );
  });

  it.each(['x', '9', '2{}', '2["a"', '3/visitor,1{"a":1}'])('refuse %j, as the library does', (text) => {
    expect(() => decoded(new library.Decoder(), text)).toThrow();
    expect(() => decoded(new Decoder(), text)).toThrow();
  });
});
