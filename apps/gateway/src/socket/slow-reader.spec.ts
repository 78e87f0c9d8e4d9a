import { isReadingSlowly } from './slow-reader';

const page = (writeBuffer: unknown[], transport: object) => ({ writeBuffer, transport });
const packets = (count: number): unknown[] => Array.from({ length: count }, () => ({}));
const holding = (bytes: number): object => ({ socket: { bufferedAmount: bytes } });

describe('a page that reads slowly', () => {
  it('P15: waits for its next view long before it would be closed, over a WebSocket and over long-polling', () => {
    expect(isReadingSlowly(page(packets(3), holding(60_000)))).toBe(false);
    expect(isReadingSlowly(page([], holding(200_000)))).toBe(true);
    expect(isReadingSlowly(page(packets(60), {}))).toBe(true);
  });
});
