import type { RedisClient } from './connection';
import { channels } from './keys';

/** Tells every gateway that calls for help changed. A lost notification costs one poll, never a call. */
export class HelpChannel {
  private readonly channel: string;

  constructor(
    private readonly publisher: RedisClient,
    private readonly subscriber: RedisClient,
    prefix: string,
  ) {
    this.channel = channels(prefix).help;
  }

  /** Does not wait: Postgres has the call already. */
  notifyGateways(): void {
    this.publisher.publish(this.channel, '').catch(() => undefined);
  }

  /** Listens from now on, also after a reconnection. */
  onNotification(handle: () => void): void {
    const subscribe = (): void => void this.subscriber.subscribe(this.channel, handle).catch(() => undefined);
    this.subscriber.on('ready', subscribe);
    if (this.subscriber.isReady) subscribe();
  }
}
