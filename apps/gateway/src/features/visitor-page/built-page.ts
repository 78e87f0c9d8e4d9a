import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config';
import { documentOf, type VisitorDocument } from './visitor-document';

/** The visitor's page as it was built: read once, and again where that failed. */
@Injectable()
export class BuiltPage {
  private page: Promise<VisitorDocument | null> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Null for a page that carries no words; rejects where there is none. */
  loadPage(): Promise<VisitorDocument | null> {
    if (this.page === null) {
      const page = readFile(join(this.config.VISITOR_DIR, 'index.html'), 'utf8').then(documentOf);
      page.catch(() => {
        if (this.page === page) this.page = null;
      });
      this.page = page;
    }
    return this.page;
  }
}
