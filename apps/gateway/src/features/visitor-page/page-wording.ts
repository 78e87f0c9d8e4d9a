import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SECOND } from '@warmline/kernel';
import { ServiceContentReadModel, type OwnText } from '@warmline/postgres';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { SERVICE, type Service } from '../../core/service-settings';
import { BuiltPage } from './built-page';
import { inOwnWords, isWhole, preferred, wordingLanguages, type VisitorDocument } from './visitor-document';

/** Between two looks at what an administrator may have changed (ms). */
const LOOK_EVERY = 5 * SECOND;

/** The visitor's page in the charity's own words, ready to be sent: nobody who opens it is a question to Postgres. */
@Injectable()
export class PageWording implements OnApplicationBootstrap, OnModuleDestroy {
  private pages: ReadonlyMap<string, VisitorDocument> = new Map();
  private madeOf = '';
  private stop: (() => Promise<void>) | null = null;

  constructor(
    private readonly content: ServiceContentReadModel,
    private readonly built: BuiltPage,
    private readonly rhythm: PeriodicJobs,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = this.rhythm.start('wording', this.rhythm.timers.scaled(LOOK_EVERY), () => this.look());
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop?.();
  }

  /** In the language the browser asks for first, of those there are; null where the page is served as it was built. */
  pageFor(acceptLanguage: string): VisitorDocument | null {
    const [usual] = this.pages.keys();
    const language = preferred([...this.pages.keys()], acceptLanguage) ?? usual;
    return language === undefined ? null : (this.pages.get(language) ?? null);
  }

  private async look(): Promise<void> {
    const page = await this.built.loadPage();
    if (page === null) return;
    const texts = await this.content.loadOwnTexts(this.service.id);
    const madeOf = JSON.stringify([this.service.languages, texts]);
    if (madeOf === this.madeOf) return;
    this.pages = new Map(this.made(page, texts));
    this.madeOf = madeOf;
  }

  /** The page's own language first; another one once it is whole. Nothing at all where nobody said it otherwise. */
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
