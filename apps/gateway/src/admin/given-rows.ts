import { Inject, Injectable } from '@nestjs/common';
import {
  headingRows,
  textsOf,
  wordingRows,
  type GivenOf,
  type SheetKind,
  type Values,
} from '@warmline/setup';
import { SERVICE, type Service } from '../platform/service-setting';
import { BuiltPage } from '../public/built-page';
import { wordingLanguages } from '../public/visitor-document';

/** The rows of sheets that are there before a charity has changed any: what the product says and does by default. */
@Injectable()
export class GivenRows {
  constructor(
    private readonly page: BuiltPage,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** As they are now: one moment's rows for a whole change. */
  async read(): Promise<GivenOf> {
    const given: Partial<Record<SheetKind, readonly Values[]>> = {
      wording: await this.wording(),
      topics: headingRows(),
    };
    return (kind) => given[kind] ?? [];
  }

  private async wording(): Promise<readonly Values[]> {
    const page = await this.page.read();
    if (page === null) return [];
    return wordingRows(textsOf(page.catalogue.words), wordingLanguages(page, this.service.languages));
  }
}
