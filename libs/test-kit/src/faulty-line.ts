import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setImmediate as breath, setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './fault';

/** A chunk is cut into so many slices at most: a page of results must still arrive. */
const SLICES = 200;

type Direction = 'requests' | 'replies';

/** The weather as all lines of a proxy see it. */
export interface Weather {
  readonly fault: Fault | null;
  /** Resolves as soon as another fault, or none, is set. */
  readonly turned: Promise<void>;
}

const isSilent = (fault: Fault | null, direction: Direction): boolean =>
  fault?.kind === 'black_hole' || (fault?.kind === 'half_open' && fault.silent === direction);

/** One connection through the proxy: two sockets, and bytes carried between them as the weather allows. */
export class FaultyLine {
  /** What happened under the fault that is set now. */
  private under: { fault: Fault | null; carried: number; asked: boolean } = {
    fault: null,
    carried: 0,
    asked: false,
  };
  /** Resolves when the connection has ended. */
  readonly ended: Promise<void>;

  constructor(
    private readonly near: Socket,
    private readonly connect: () => Socket,
    private readonly weather: () => Weather,
  ) {
    near.setNoDelay(true);
    near.on('error', () => undefined);
    this.ended = this.run().finally(() => near.destroy());
  }

  /** As when the other machine restarted: both ends hear a reset. */
  reset(): void {
    this.cut();
  }

  private far: Socket | null = null;

  private cut(): void {
    this.near.resetAndDestroy();
    this.far?.resetAndDestroy();
  }

  private async run(): Promise<void> {
    await this.silence('requests');
    if (this.near.destroyed) return;
    const far = this.connect();
    this.far = far;
    far.setNoDelay(true);
    far.on('error', () => undefined);
    await Promise.all([
      this.carryAll('requests', { from: this.near, to: far }),
      this.carryAll('replies', { from: far, to: this.near }),
    ]);
  }

  private async carryAll(direction: Direction, way: { from: Socket; to: Socket }): Promise<void> {
    try {
      // Its other direction may go on when this one has ended.
      const chunks = way.from.iterator({ destroyOnReturn: false });
      for await (const chunk of chunks) await this.carry(direction, way.to, chunk as Buffer);
      await this.silence(direction);
      way.to.end();
    } catch {
      // One end broke: so does the other, once it can hear of it.
      await this.silence(direction);
      way.from.destroy();
      way.to.destroy();
    }
  }

  private async carry(direction: Direction, to: Socket, chunk: Buffer): Promise<void> {
    await this.silence(direction);
    const { fault } = this.weather();
    if (this.under.fault !== fault) this.under = { fault, carried: 0, asked: false };
    if (fault?.kind === 'cut_reply' && direction === 'replies' && this.under.asked) return this.cut();
    this.under.asked ||= direction === 'requests';
    await this.pass(fault, to, chunk);
  }

  private async pass(fault: Fault | null, to: Socket, chunk: Buffer): Promise<void> {
    switch (fault?.kind) {
      case 'delay':
        await delay(fault.milliseconds);
        return write(to, chunk);
      case 'slice':
        return this.slices(to, chunk, fault.bytes);
      case 'cut_after':
        return this.some(to, chunk, fault.bytes);
      default:
        return write(to, chunk);
    }
  }

  /** Waits for as long as nothing may pass. */
  private async silence(direction: Direction): Promise<void> {
    while (isSilent(this.weather().fault, direction)) await this.weather().turned;
  }

  private async slices(to: Socket, chunk: Buffer, bytes: number): Promise<void> {
    const size = Math.max(bytes, Math.ceil(chunk.length / SLICES));
    for (let at = 0; at < chunk.length; at += size) {
      await write(to, chunk.subarray(at, at + size));
      await breath();
    }
  }

  private async some(to: Socket, chunk: Buffer, limit: number): Promise<void> {
    const allowed = limit - this.under.carried;
    this.under.carried += chunk.length;
    await write(to, chunk.subarray(0, Math.max(0, allowed)));
    if (chunk.length < allowed) return;
    this.near.destroySoon();
    this.far?.destroySoon();
  }
}

const write = async (to: Socket, bytes: Buffer): Promise<void> => {
  if (to.destroyed) throw new Error('the other end is gone');
  if (to.write(bytes)) return;
  // A socket that closes instead never drains.
  const over = new AbortController();
  await Promise.race([
    once(to, 'drain', { signal: over.signal }),
    once(to, 'close', { signal: over.signal }),
  ]).finally(() => over.abort());
};
