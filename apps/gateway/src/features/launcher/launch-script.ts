import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config';

const VERSION_LENGTH = 16;

/** `launch.js` as it was built, read once at the start. */
@Injectable()
export class LaunchScript {
  /** Null where it was not built. */
  readonly code: Buffer | null;
  /** Of subresource integrity; empty without code. */
  readonly integrity: string;
  /** Changes with the code, so a site that names the hash loads exactly that code or nothing. */
  readonly versionedPath: string;

  constructor(@Inject(CONFIG) config: Config) {
    const file = join(config.LAUNCHER_DIR, 'launch.js');
    this.code = existsSync(file) ? readFileSync(file) : null;
    const hash = createHash('sha384').update(this.code ?? '');
    const digest = hash.digest();
    this.integrity = this.code === null ? '' : `sha384-${digest.toString('base64')}`;
    this.versionedPath = `/launch-${digest.toString('hex').slice(0, VERSION_LENGTH)}.js`;
  }
}
