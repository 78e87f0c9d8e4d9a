import { randomBytes } from 'node:crypto';
import { connectRedis, IN_BYTES, type RedisClient } from '@warmline/redis';
import { redisUrl } from './servers';

/** Keys with their values as Redis writes them to disk. */
type Snapshot = readonly { readonly key: string; readonly dump: Buffer }[];

/** A corner of the run's Redis: everything under one random prefix. */
export class RedisCorner {
  private readonly clients: RedisClient[] = [];

  private constructor(
    readonly url: string,
    readonly prefix: string,
    readonly client: RedisClient,
  ) {}

  static async open(): Promise<RedisCorner> {
    const url = redisUrl();
    const client = await connectRedis({ url, onError: () => undefined });
    return new RedisCorner(url, `t${randomBytes(6).toString('hex')}`, client);
  }

  /** One more connection, closed with the corner. */
  async another(): Promise<RedisClient> {
    const client = await connectRedis({ url: this.url, onError: () => undefined });
    this.clients.push(client);
    return client;
  }

  async keys(): Promise<string[]> {
    return (await this.client.keys(`*${this.prefix}*`)).sort();
  }

  /** As if this corner's part of Redis had been flushed. */
  async flush(): Promise<void> {
    const keys = await this.keys();
    if (keys.length > 0) await this.client.del(keys);
  }

  /** Everything as it is now, to be put back later. */
  async snapshot(): Promise<Snapshot> {
    const keys = await this.keys();
    const kept = this.client.withTypeMapping(IN_BYTES);
    const dumps = await Promise.all(keys.map((key) => kept.dump(key)));
    return keys.flatMap((key, at) => {
      const dump = dumps[at];
      return Buffer.isBuffer(dump) ? [{ key, dump }] : [];
    });
  }

  /** As if an old copy of this corner had been put in place of what is there. */
  async restore(snapshot: Snapshot): Promise<void> {
    await this.flush();
    await Promise.all(snapshot.map(({ key, dump }) => this.client.restore(key, 0, dump, { REPLACE: true })));
  }

  /** Every key and value as text. */
  async everything(): Promise<string> {
    const texts = await Promise.all(
      (await this.keys()).map(async (key) => `${key} ${JSON.stringify(await this.valueOf(key))}`),
    );
    return texts.join('\n');
  }

  async close(): Promise<void> {
    await this.flush();
    for (const client of [...this.clients, this.client]) if (client.isOpen) await client.close();
  }

  private async valueOf(key: string): Promise<unknown> {
    switch (await this.client.type(key)) {
      case 'string':
        return this.client.get(key);
      case 'hash':
        return this.client.hGetAll(key);
      case 'zset':
        return this.client.zRangeWithScores(key, 0, -1);
      case 'list':
        return this.client.lRange(key, 0, -1);
      case 'set':
        return this.client.sMembers(key);
      case 'stream':
        return this.client.xRange(key, '-', '+');
      default:
        return null;
    }
  }
}
