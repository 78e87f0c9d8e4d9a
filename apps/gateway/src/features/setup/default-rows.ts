import { Inject, Injectable } from '@nestjs/common';
import {
  headingRows,
  limitRows,
  textsOf,
  wordingRows,
  type DefaultLimit,
  type DefaultsOf,
  type ListKind,
  type Values,
} from '@warmline/setup';
import { LIMITS, UNIT_SIZE, WELLBEING } from '@warmline/wellbeing';
import { SERVICE, type Service } from '../../core/service-settings';
import { BuiltPage, wordingLanguages } from '../visitor-page';

const LIMIT_NAMES = Object.keys(LIMITS).filter((name): name is keyof typeof LIMITS => name in WELLBEING);

/** The limits as routing has them: a new one there is a new row here. */
const defaultLimits = (): DefaultLimit[] =>
  LIMIT_NAMES.map((rule) => {
    const { unit, stricter, strictest, choices } = LIMITS[rule];
    const size = UNIT_SIZE[unit];
    return {
      rule,
      binds: stricter === 'less' ? 'at_most' : 'at_least',
      usual: WELLBEING[rule] / size,
      strictest,
      unit,
      size,
      ...(choices === undefined ? {} : { choices }),
    };
  });

/** The default rows of lists: what the product says and does before a charity changes anything. */
@Injectable()
export class DefaultRows {
  constructor(
    private readonly page: BuiltPage,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** The default rows at this moment, for a whole change. */
  async readDefaults(): Promise<DefaultsOf> {
    const defaults: Partial<Record<ListKind, readonly Values[]>> = {
      wording: await this.wording(),
      topics: headingRows(),
      limits: limitRows(defaultLimits()),
    };
    return (kind) => defaults[kind] ?? [];
  }

  private async wording(): Promise<readonly Values[]> {
    const page = await this.page.loadPage();
    if (page === null) return [];
    return wordingRows(textsOf(page.catalogue.words), wordingLanguages(page, this.service.languages));
  }
}
