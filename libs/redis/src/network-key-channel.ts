import { isUuid } from '@warmline/kernel';
import type { RedisClient } from './connection';
import { channels } from './keys';

/** What gateways tell each other of the key under which they name networks. Times are Unix time, ms. */
export type NetworkKeyNotice =
  /** This key is in use here. */
  | { readonly kind: 'has'; readonly id: string; readonly since: number }
  /** Who has this key tells it. */
  | { readonly kind: 'ask'; readonly id: string }
  | { readonly kind: 'key'; readonly id: string; readonly since: number; readonly secret: Buffer };

const SECRET_BYTES = 32;

const secretOf = (text: unknown): Buffer | null => {
  const secret = typeof text === 'string' ? Buffer.from(text, 'base64url') : null;
  return secret?.length === SECRET_BYTES ? secret : null;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const noticeOf = ({ kind, id, since, secret }: Record<string, unknown>): NetworkKeyNotice | null => {
  if (typeof id !== 'string' || !isUuid(id)) return null;
  if (kind === 'ask') return { kind, id };
  if (typeof since !== 'number') return null;
  if (kind === 'has') return { kind, id, since };
  const bytes = kind === 'key' ? secretOf(secret) : null;
  return bytes === null ? null : { kind: 'key', id, since, secret: bytes };
};

/** Null for anything else, such as a notice of another version. */
export const parseKeyNotice = (text: string): NetworkKeyNotice | null => {
  try {
    const notice: unknown = JSON.parse(text);
    return isRecord(notice) ? noticeOf(notice) : null;
  } catch {
    return null;
  }
};

const writeKeyNotice = (notice: NetworkKeyNotice): string =>
  JSON.stringify(notice.kind === 'key' ? { ...notice, secret: notice.secret.toString('base64url') } : notice);

/**
 * Between gateways, over pub/sub alone: Redis passes on what is published and writes it nowhere, neither to a key nor to its
 * append-only file. A notice that is lost is told again within a minute.
 */
export class NetworkKeyChannel {
  private readonly channel: string;

  constructor(
    private readonly publisher: RedisClient,
    private readonly subscriber: RedisClient,
    prefix: string,
  ) {
    this.channel = channels(prefix).networkKey;
  }

  /** Does not wait. */
  tell(notice: NetworkKeyNotice): void {
    this.publisher.publish(this.channel, writeKeyNotice(notice)).catch(() => undefined);
  }

  /** Listens from now on, also after a reconnection; `onReady` is called each time it has begun to. */
  listen(handle: (notice: NetworkKeyNotice) => void, onReady: () => void): void {
    const hear = (text: string): void => {
      const notice = parseKeyNotice(text);
      if (notice !== null) handle(notice);
    };
    const subscribe = (): void =>
      void this.subscriber.subscribe(this.channel, hear).then(onReady, () => undefined);
    this.subscriber.on('ready', subscribe);
    if (this.subscriber.isReady) subscribe();
  }
}
