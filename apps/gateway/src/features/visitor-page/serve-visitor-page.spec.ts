import { request as expressRequest, type Request } from 'express';
import { preferredBy } from './serve-visitor-page';

const asking = (languages: string): Request =>
  Object.assign(Object.create(expressRequest) as Request, { headers: { 'accept-language': languages } });

describe('the language of the visitor’s page', () => {
  it.each([
    ['cy, en;q=0.8', ['en', 'cy'], 'cy'],
    ['fr, cy-GB;q=0.2, en;q=0.9', ['en', 'cy'], 'en'],
    ['CY-gb', ['en', 'cy'], 'cy'],
    ['cy;q=0, en', ['en', 'cy'], 'en'],
    ['pt-BR', ['en', 'pt-PT'], 'pt-PT'],
    ['zh-TW, en;q=0.5', ['en', 'zh-CN'], 'zh-CN'],
    ['pt-BR', ['en', 'pt-PT', 'pt-BR'], 'pt-BR'],
    ['fr', ['en', 'cy'], null],
  ] as const)('for a browser that asks for %j is, of %j, %s', (asked, offered, language) => {
    expect(preferredBy(asking(asked))(offered)).toBe(language);
  });
});
