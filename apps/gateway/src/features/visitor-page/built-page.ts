import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { TimedCache } from '../../core/async/cache';
import { CONFIG, type Config } from '../../core/config';
import { documentOf, type VisitorDocument } from './visitor-document';

/** The visitor's page as it was built. It is read once, and again only where that failed. */
@Injectable()
export class BuiltPage {
  private readonly cache = new TimedCache(async () =>
    documentOf(await readFile(join(this.config.VISITOR_DIR, 'index.html'), 'utf8')),
  );

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Null for a page that carries no words. Rejects where there is no page. */
  loadPage(): Promise<VisitorDocument | null> {
    return this.cache.get(Infinity);
  }
}
