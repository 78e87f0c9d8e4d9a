import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What Redis keeps of itself on disk, by the name of `infra/redis/redis.conf`. */
const KEPT = 'appendonlydir';

/** The folder of a Redis, which can be copied while it runs and put back while it does not. */
export class RedisFolder {
  private readonly kept: string;
  private readonly copy: string;

  constructor(dir: string) {
    this.kept = join(dir, 'redis', KEPT);
    this.copy = join(dir, 'redis-earlier');
  }

  /** A torn last command is forgiven by Redis, as after a power cut. */
  remember(): void {
    rmSync(this.copy, { recursive: true, force: true });
    cpSync(this.kept, this.copy, { recursive: true });
  }

  get hasEarlier(): boolean {
    return existsSync(this.copy);
  }

  /** As when yesterday's volume is restored; with nothing remembered, an empty one. */
  putBack(): void {
    rmSync(this.kept, { recursive: true, force: true });
    if (this.hasEarlier) cpSync(this.copy, this.kept, { recursive: true });
  }
}
