import type { RedisClient } from './connection';
import { channels } from './keys';

/** Rings at every gateway when people ask something of each other. A ring that is lost costs a tick, never a call. */
export class HelpBell {
  private readonly channel: string;

  constructor(
    private readonly publisher: RedisClient,
    private readonly subscriber: RedisClient,
    prefix: string,
  ) {
    this.channel = channels(prefix).help;
  }

  /** Without being waited for: the truth is in Postgres already. */
  ring(): void {
    this.publisher.publish(this.channel, '').catch(() => undefined);
  }

  /** From now on, and again whenever the line is back. */
  onRing(handle: () => void): void {
    const subscribe = (): void => void this.subscriber.subscribe(this.channel, handle).catch(() => undefined);
    this.subscriber.on('ready', subscribe);
    if (this.subscriber.isReady) subscribe();
  }
}
