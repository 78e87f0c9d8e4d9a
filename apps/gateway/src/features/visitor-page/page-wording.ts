import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SECOND } from '@warmline/kernel';
import { ServiceContentReadModel, type OwnText } from '@warmline/postgres';
import { CONFIG, type Config } from '../../core/config';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { SERVICE, type Service } from '../../core/service-settings';
import { BuiltPage } from './built-page';
import { withCharity } from './charity-in-page';
import { inOwnWords, isWhole, wordingLanguages, written, type VisitorDocument } from './visitor-document';

/** How often what an administrator may have changed is read again (ms). */
const READ_EVERY = 5 * SECOND;

/** Which of these languages a browser asks for first; null when it asks for none of them. */
export type PreferredLanguage = (languages: readonly string[]) => string | null;

/**
 * The visitor's page as this charity's: in its own words, with its numbers and its exit page. Ready to be sent: opening the page
 * costs no query.
 */
@Injectable()
export class PageWording implements OnApplicationBootstrap {
  private pages: ReadonlyMap<string, VisitorDocument> = new Map();
  private texts: readonly OwnText[] = [];
  private madeOf = '';

  constructor(
    private readonly content: ServiceContentReadModel,
    private readonly built: BuiltPage,
    private readonly jobs: PeriodicJobs,
    @Inject(SERVICE) private readonly service: Service,
    @Inject(CONFIG) private readonly config: Pick<Config, 'WARMLINE_DEMO'>,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('wording', this.jobs.timers.scaled(READ_EVERY), async () => {
      this.texts = await this.content.loadOwnTexts(this.service.id);
    });
  }

  /** The page in the language that is `preferred` among those there are, or in its own. Null for a page that carries no words. */
  async pageFor(preferred: PreferredLanguage): Promise<VisitorDocument | null> {
    await this.makePages();
    const [usual, ...others] = this.pages.keys();
    if (usual === undefined) return null;
    return this.pages.get(preferred([usual, ...others]) ?? usual) ?? null;
  }

  /** Made again only when something in it has changed. */
  private async makePages(): Promise<void> {
    const page = await this.built.loadPage();
    if (page === null) return;
    const { languages, name, profile, timeZone } = this.service;
    const madeOf = JSON.stringify([languages, name, profile, timeZone, this.texts]);
    if (madeOf === this.madeOf) return;
    this.pages = new Map(this.made(page, this.texts));
    this.madeOf = madeOf;
  }

  /** The page's own language first, others once they are complete. */
  private made(page: VisitorDocument, texts: readonly OwnText[]): [string, VisitorDocument][] {
    const [usual, ...others] = wordingLanguages(page, this.service.languages).map((language) => ({
      language,
      own: new Map(
        texts.filter((text) => text.language === language).map(({ key, ownText }) => [key, ownText]),
      ),
    }));
    if (usual === undefined) return [];
    const isDemo = this.config.WARMLINE_DEMO === '1';
    return [usual, ...others.filter(({ own }) => isWhole(page, own))].map(({ language, own }) => [
      language,
      written(withCharity(inOwnWords(page, language, own), { ...this.service, isDemo })),
    ]);
  }
}
