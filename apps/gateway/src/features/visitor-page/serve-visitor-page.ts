import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';
import { SERVICE, type Service } from '../../core/service-settings';
import type { PreferredLanguage } from './page-wording';
import { primaryOf } from './visitor-document';
import { VisitorPages } from './visitor-pages';

const compress = promisify(brotliCompress);
const PAGE = /^\/(index\.html)?(\?|$)/;
/** Kept at once: a few languages in a few opening states. */
const BODIES = 16;

/** Compressed bodies by their text: there are few, and each is compressed once. */
class Bodies {
  private readonly made = new Map<string, Promise<Buffer>>();

  compressed(html: string): Promise<Buffer> {
    const found = this.made.get(html);
    if (found !== undefined) return found;
    if (this.made.size >= BODIES) this.made.clear();
    const body = compress(html);
    this.made.set(html, body);
    return body;
  }
}

const POLICY = 'Content-Security-Policy';

/** Pages of these origins may hold the page in a frame, and nothing else of the server. Without any, nothing may. */
export const framedBy = (policy: string, parents: readonly string[]): string =>
  parents.length === 0
    ? policy
    : policy.replace("frame-ancestors 'none'", () => `frame-ancestors ${parents.join(' ')}`);

/** The language a browser asks for first, of those there are; one of another country will do. */
export const preferredBy =
  (request: Pick<Request, 'acceptsLanguages'>): PreferredLanguage =>
  (languages) => {
    const first = new Map([...languages].reverse().map((language) => [primaryOf(language), language]));
    const asked = request.acceptsLanguages([...languages, ...first.keys()]);
    return languages.find((language) => language === asked) ?? first.get(String(asked)) ?? null;
  };

/**
 * The visitor's page as this charity's, also for visitors without script: its numbers, its exit page, and while the service is
 * not open to everyone, that.
 */
export const serveVisitorPage = (app: NestExpressApplication): void => {
  const bodies = new Bodies();
  const send = async (request: Request, response: ServerResponse): Promise<boolean> => {
    const html = await app.get(VisitorPages, { strict: false }).pageFor(preferredBy(request));
    if (html === null) return false;
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    response.setHeader('Vary', 'Accept-Encoding, Accept-Language');
    const isSmall = /\bbr\b/.test(String(request.headers['accept-encoding']));
    if (isSmall) response.setHeader('Content-Encoding', 'br');
    response.end(isSmall ? await bodies.compressed(html) : html);
    return true;
  };
  app.use((request: Request, response: ServerResponse, next: () => void) => {
    if (request.method !== 'GET' || !PAGE.test(request.url ?? '')) return next();
    const { allowedParents = [] } = app.get<Service>(SERVICE, { strict: false });
    response.setHeader(POLICY, framedBy(String(response.getHeader(POLICY)), allowedParents));
    send(request, response).then(
      (isSent) => {
        if (!isSent) next();
      },
      () => next(),
    );
  });
};
