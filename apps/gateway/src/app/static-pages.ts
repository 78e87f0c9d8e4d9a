import type { ServerResponse } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import sirv from 'sirv';
import type { Config } from '../core/config';
import { framePreview } from '../features/charity';
import { serveLauncher } from '../features/launcher';

const YEAR = 31_536_000;
/** Files whose name holds a hash of their content never change; pages are never stored. */
const setCaching = (response: ServerResponse, path: string): void => {
  response.setHeader(
    'Cache-Control',
    path.includes('/assets/') ? `public, max-age=${YEAR}, immutable` : 'no-store',
  );
};

/** The visitor's page at `/` and its preview below `/preview/`, the console below `/console/`. The API is asked first. */
export const servePages = (app: NestExpressApplication, config: Config): void => {
  serveLauncher(app);
  framePreview(app);
  const options = { etag: true, brotli: true, gzip: true, setHeaders: setCaching };
  app.use('/console', sirv(config.CONSOLE_DIR, { ...options, single: true }));
  app.use(sirv(config.VISITOR_DIR, options));
};
