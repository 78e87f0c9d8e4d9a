import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DoorViews } from '../door/door-view';
import type { Config } from '../platform/config';
import type { Service } from '../platform/service-setting';
import { carriedWords, closedPage } from './closed-page';

const compress = promisify(brotliCompress);
const PAGE = /^\/(index\.html)?(\?|$)/;

/** Bodies by what they say: there are few, and each is compressed once. */
class Bodies {
  private last: { readonly html: string; readonly body: Promise<Buffer> } | null = null;

  compressed(html: string): Promise<Buffer> {
    if (this.last?.html !== html) this.last = { html, body: compress(html) };
    return this.last.body;
  }
}

/**
 * The visitor's page while the door is not open to everyone: the same page, but whoever has no script reads how the door
 * stands. In every other case, and where anything goes wrong, the page is served as it was built.
 */
export const serveClosedPage = (
  app: NestExpressApplication,
  { VISITOR_DIR }: Config,
  { timeZone }: Pick<Service, 'timeZone'>,
): void => {
  const bodies = new Bodies();
  let page: Promise<string> | null = null;
  const rendered = async (): Promise<string | null> => {
    const { door, opensAt } = await app.get(DoorViews, { strict: false }).summary();
    if (door === 'open') return null;
    page ??= readFile(join(VISITOR_DIR, 'index.html'), 'utf8');
    const html = await page;
    const carried = carriedWords(html);
    return carried === null ? null : closedPage(html, carried, { door, opensAt, timeZone });
  };
  const send = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const html = await rendered();
    if (html === null) return false;
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    response.setHeader('Vary', 'Accept-Encoding');
    const isSmall = /\bbr\b/.test(String(request.headers['accept-encoding']));
    if (isSmall) response.setHeader('Content-Encoding', 'br');
    response.end(isSmall ? await bodies.compressed(html) : html);
    return true;
  };
  app.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (request.method !== 'GET' || !PAGE.test(request.url ?? '')) return next();
    send(request, response).then(
      (isSent) => {
        if (!isSent) next();
      },
      () => next(),
    );
  });
};
