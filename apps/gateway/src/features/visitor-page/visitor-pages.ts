import { Inject, Injectable } from '@nestjs/common';
import { SERVICE, type Service } from '../../core/service-settings';
import { OpeningViews } from '../opening';
import { BuiltPage } from './built-page';
import { closedPage } from './closed-page';
import { PageWording } from './page-wording';

/** What whoever opens the visitor's page is sent: in the charity's words, and how the door stands for who has no script. */
@Injectable()
export class VisitorPages {
  constructor(
    private readonly wording: PageWording,
    private readonly built: BuiltPage,
    private readonly door: OpeningViews,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Null: as it was built. */
  async pageFor(acceptLanguage: string): Promise<string | null> {
    const own = this.wording.pageFor(acceptLanguage);
    const { opening: door, opensAt, spaceAt } = await this.door.loadSummary();
    if (door === 'open') return own?.html ?? null;
    const page = own ?? (await this.built.loadPage());
    return page && closedPage(page, { door, opensAt, spaceAt, timeZone: this.service.timeZone });
  }
}
