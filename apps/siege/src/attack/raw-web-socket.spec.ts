import { BINARY, commandPacket, frame } from './raw-web-socket';

/** What a server reads from one frame (RFC 6455, 5.2). */
const read = (bytes: Buffer): { opcode: number; payload: string } => {
  const short = (bytes[1] ?? 0) & 0x7f;
  const [length, start] =
    short < 126
      ? [short, 2]
      : short === 126
        ? [bytes.readUInt16BE(2), 4]
        : [Number(bytes.readBigUInt64BE(2)), 10];
  const mask = bytes.subarray(start, start + 4);
  const payload = bytes.subarray(start + 4).map((byte, place) => byte ^ (mask[place % 4] ?? 0));
  expect(payload).toHaveLength(length);
  return { opcode: (bytes[0] ?? 0) & 0x0f, payload: Buffer.from(payload).toString('utf8') };
};

describe('the frames of the attacker', () => {
  it.each([0, 5, 125, 126, 65_535, 65_536, 70_000])(
    'a server reads %i bytes as they were written',
    (length) => {
      expect(read(frame('x'.repeat(length)))).toEqual({ opcode: 1, payload: 'x'.repeat(length) });
    },
  );

  it('a frame says what kind it is', () => {
    expect(read(frame(Buffer.from('y'), BINARY))).toEqual({ opcode: 2, payload: 'y' });
  });

  it('a command is a packet of the visitors with a number to answer to', () => {
    expect(commandPacket(7, 'typing:set', { typing: true })).toBe(
      '42/visitor,7["typing:set",{"typing":true}]',
    );
  });
});
