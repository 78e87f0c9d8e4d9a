import { Inject, Injectable } from '@nestjs/common';
import { SERVICE, type Service } from '../../core/service-settings';
import { OpeningViews } from '../opening';
import { BuiltPage } from './built-page';
import { closedPage } from './closed-page';
import { PageWording, type PreferredLanguage } from './page-wording';

/** The visitor's page as it is sent: in the charity's words, and with the opening state for visitors without script. */
@Injectable()
export class VisitorPages {
  constructor(
    private readonly wording: PageWording,
    private readonly built: BuiltPage,
    private readonly opening: OpeningViews,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Null when the page is sent as it was built. */
  async pageFor(preferred: PreferredLanguage): Promise<string | null> {
    const own = this.wording.pageFor(preferred);
    const { opening, opensAt, spaceAt, holiday } = await this.opening.loadSummary();
    if (opening === 'open') return own?.html ?? null;
    const page = own ?? (await this.built.loadPage());
    return page && closedPage(page, { opening, opensAt, spaceAt, holiday, timeZone: this.service.timeZone });
  }
}
