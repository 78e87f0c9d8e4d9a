import { Controller, Get, HttpException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ServiceContentReadModel } from '@warmline/postgres';
import { RequiresPermission } from '../../session/permission-guard';
import { accentStyle } from './accent-style';

const FOR_GOOD = 'public, max-age=31536000, immutable';
const COLOUR = /^([0-9a-f]{6})\.css$/;
const HASH = /^[0-9a-f]{64}$/;

const notFound = (): HttpException => new HttpException({ refusal: 'not_found' }, 404);

/** What a charity's page looks like. Each address names its content, so it is kept for good and says nothing of anyone. */
@Controller()
export class LookController {
  constructor(private readonly content: ServiceContentReadModel) {}

  @Get('accent/:file')
  @RequiresPermission('page.read')
  readAccent(@Param('file') file: string, @Res() response: Response): void {
    const style = accentStyle(`#${COLOUR.exec(file)?.[1] ?? ''}`);
    if (style === null) throw notFound();
    response
      .setHeader('Content-Type', 'text/css;charset=utf-8')
      .setHeader('Cache-Control', FOR_GOOD)
      .send(style);
  }

  @Get('mark/:hash')
  @RequiresPermission('page.read')
  async readMark(@Param('hash') hash: string, @Res() response: Response): Promise<void> {
    const body = HASH.test(hash) ? await this.content.findMark(hash) : null;
    if (body === null) throw notFound();
    response
      .setHeader('Content-Type', 'image/png')
      .setHeader('Cache-Control', FOR_GOOD)
      .setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
      .send(body);
  }
}
