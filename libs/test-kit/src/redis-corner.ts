import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connectRedis, IN_BYTES, type RedisClient } from '@warmline/redis';
import { redisUrl } from './servers';

/** Keys with their values as Redis writes them to disk. */
type Snapshot = readonly { readonly key: string; readonly dump: Buffer }[];

/** The users that the product has in service. */
const USERS = new URL('../../../infra/redis/users.acl', import.meta.url);

/** A refused command, as Redis remembers it. */
interface Refused {
  readonly username: string;
  readonly object: string;
}

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
    const corner = new RedisCorner(url, `t${randomBytes(6).toString('hex')}`, client);
    await corner.makeUsers();
    return corner;
  }

  /** For a process of the product, which may do there what it may do in service. */
  urlOf(process: 'gateway' | 'worker'): string {
    const own = new URL(this.url);
    own.username = this.userOf(process);
    own.password = this.prefix;
    return own.href;
  }

  /** What Redis has refused those users, such as `worker: keys`. */
  async refused(): Promise<string[]> {
    const log: readonly Refused[] = await this.client.aclLog();
    return log.flatMap(({ username, object }) =>
      username.startsWith(`${this.prefix}_`) ? [`${username.slice(this.prefix.length + 1)}: ${object}`] : [],
    );
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
    await this.client.aclDelUser([this.userOf('gateway'), this.userOf('worker')]);
    for (const client of [...this.clients, this.client]) if (client.isOpen) await client.close();
  }

  private userOf(process: 'gateway' | 'worker'): string {
    return `${this.prefix}_${process}`;
  }

  /** The lines of the file, for this prefix and under names of this corner. */
  private async makeUsers(): Promise<void> {
    const hash = createHash('sha256').update(this.prefix).digest('hex');
    const lines = (await readFile(USERS, 'utf8')).replaceAll('wl:', `${this.prefix}:`).split('\n');
    for (const process of ['gateway', 'worker'] as const) {
      const line = lines.find((text) => text.startsWith(`user warmline_${process} `)) ?? '';
      const rules =
        line
          .replace(/#\w+/, `#${hash}`)
          .match(/\([^)]*\)|\S+/g)
          ?.slice(2) ?? [];
      await this.client.aclSetUser(this.userOf(process), rules);
    }
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
