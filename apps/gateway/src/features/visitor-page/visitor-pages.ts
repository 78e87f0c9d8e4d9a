import { Inject, Injectable } from '@nestjs/common';
import { SERVICE, type Service } from '../../core/service-settings';
import { OpeningViews } from '../opening';
import { closedPage } from './closed-page';
import { PageWording, type PreferredLanguage } from './page-wording';

/** The visitor's page as it is sent: the charity's own, and with the opening state for visitors without script. */
@Injectable()
export class VisitorPages {
  constructor(
    private readonly wording: PageWording,
    private readonly opening: OpeningViews,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Null when the page is sent as it was built. Without an answer about the opening, the page itself will ask for it. */
  async pageFor(preferred: PreferredLanguage): Promise<string | null> {
    const page = await this.wording.pageFor(preferred);
    if (page === null) return null;
    const summary = await this.opening.loadSummary().catch(() => null);
    if (summary === null || summary.opening === 'open') return page.html;
    const { opening, opensAt, spaceAt, holiday } = summary;
    return closedPage(page, { opening, opensAt, spaceAt, holiday, timeZone: this.service.timeZone });
  }
}
