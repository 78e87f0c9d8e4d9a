import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import sirv from 'sirv';
import type { Config } from '../core/config';

const pageSecurity = (connect: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `connect-src 'self' ${connect}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');

/** Socket.IO's own origin, spelt out: some browsers do not count ws: as 'self'. */
const socketOrigin = (publicUrl: string): string => {
  const { protocol, host } = new URL(publicUrl);
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}`;
};

/** What every answer carries, pages and API alike. */
export const setSecurityHeaders = (app: NestExpressApplication, config: Config): void => {
  const policy = pageSecurity(socketOrigin(config.PUBLIC_URL));
  app.disable('x-powered-by');
  app.use((_request: IncomingMessage, response: ServerResponse, next: () => void) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()');
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
};

const YEAR = 31_536_000;
/** Files whose name holds a hash of their content never change; pages are never stored. */
const setCaching = (response: ServerResponse, path: string): void => {
  response.setHeader(
    'Cache-Control',
    path.includes('/assets/') ? `public, max-age=${YEAR}, immutable` : 'no-store',
  );
};

/** The visitor's page at `/`, the console below `/console/`. The API is asked first. */
export const servePages = (app: NestExpressApplication, config: Config): void => {
  const options = { etag: true, brotli: true, gzip: true, setHeaders: setCaching };
  app.use('/console', sirv(config.CONSOLE_DIR, { ...options, single: true }));
  app.use(sirv(config.VISITOR_DIR, options));
};
