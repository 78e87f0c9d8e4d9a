import { Inject, Injectable } from '@nestjs/common';
import {
  headingRows,
  limitRows,
  textsOf,
  wordingRows,
  type DefaultLimit,
  type GivenOf,
  type ListKind,
  type Values,
} from '@warmline/setup';
import { LIMITS, UNIT_SIZE, WELLBEING } from '@warmline/wellbeing';
import { SERVICE, type Service } from '../../core/service-settings';
import { BuiltPage } from '../visitor-page';
import { wordingLanguages } from '../visitor-page';

const LIMIT_NAMES = Object.keys(LIMITS).filter((name): name is keyof typeof LIMITS => name in WELLBEING);

/** The limits as routing has them: another one there is another row here. */
const givenLimits = (): DefaultLimit[] =>
  LIMIT_NAMES.map((rule) => {
    const { unit, stricter, strictest } = LIMITS[rule];
    const size = UNIT_SIZE[unit];
    return {
      rule,
      binds: stricter === 'less' ? 'at_most' : 'at_least',
      usual: WELLBEING[rule] / size,
      strictest,
      unit,
      size,
    };
  });

/** The rows of sheets that are there before a charity has changed any: what the product says and does by default. */
@Injectable()
export class DefaultRows {
  constructor(
    private readonly page: BuiltPage,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** As they are now: one moment's rows for a whole change. */
  async readDefaults(): Promise<GivenOf> {
    const given: Partial<Record<ListKind, readonly Values[]>> = {
      wording: await this.wording(),
      topics: headingRows(),
      limits: limitRows(givenLimits()),
    };
    return (kind) => given[kind] ?? [];
  }

  private async wording(): Promise<readonly Values[]> {
    const page = await this.page.loadPage();
    if (page === null) return [];
    return wordingRows(textsOf(page.catalogue.words), wordingLanguages(page, this.service.languages));
  }
}
