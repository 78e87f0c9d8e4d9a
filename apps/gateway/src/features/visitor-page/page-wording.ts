import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SECOND } from '@warmline/kernel';
import { ServiceContentReadModel, type OwnText } from '@warmline/postgres';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { SERVICE, type Service } from '../../core/service-settings';
import { BuiltPage } from './built-page';
import { inOwnWords, isWhole, wordingLanguages, type VisitorDocument } from './visitor-document';

/** How often what an administrator may have changed is read again (ms). */
const READ_EVERY = 5 * SECOND;

/** Which of these languages a browser asks for first; null when it asks for none of them. */
export type PreferredLanguage = (languages: readonly string[]) => string | null;

/** The visitor's page in the charity's own words, ready to be sent: opening the page costs no query. */
@Injectable()
export class PageWording implements OnApplicationBootstrap {
  private pages: ReadonlyMap<string, VisitorDocument> = new Map();
  private madeOf = '';

  constructor(
    private readonly content: ServiceContentReadModel,
    private readonly built: BuiltPage,
    private readonly jobs: PeriodicJobs,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('wording', this.jobs.timers.scaled(READ_EVERY), () => this.readTexts());
  }

  /** The page in the language that is `preferred` among those there are, or in its own. Null when it is served as it was built. */
  pageFor(preferred: PreferredLanguage): VisitorDocument | null {
    const [usual, ...others] = this.pages.keys();
    if (usual === undefined) return null;
    return this.pages.get(preferred([usual, ...others]) ?? usual) ?? null;
  }

  private async readTexts(): Promise<void> {
    const page = await this.built.loadPage();
    if (page === null) return;
    const texts = await this.content.loadOwnTexts(this.service.id);
    const madeOf = JSON.stringify([this.service.languages, texts]);
    if (madeOf === this.madeOf) return;
    this.pages = new Map(this.made(page, texts));
    this.madeOf = madeOf;
  }

  /** The page's own language first, others once they are complete. Nothing when the charity has no own texts. */
  private made(page: VisitorDocument, texts: readonly OwnText[]): [string, VisitorDocument][] {
    if (texts.length === 0) return [];
    const [usual, ...others] = wordingLanguages(page, this.service.languages).map((language) => ({
      language,
      own: new Map(
        texts.filter((text) => text.language === language).map(({ key, ownText }) => [key, ownText]),
      ),
    }));
    if (usual === undefined) return [];
    return [usual, ...others.filter(({ own }) => isWhole(page, own))].map(({ language, own }) => [
      language,
      inOwnWords(page, language, own),
    ]);
  }
}
