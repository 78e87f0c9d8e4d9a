import type { ServerResponse } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';
import { LaunchScript } from './launch-script';

const YEAR = 31_536_000;
const FIVE_MINUTES = 300;

/** What other sites load: without cookies, and by any of them. It says nothing about anyone. */
export const FOR_OTHER_SITES: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** The launcher at `/launch.js`, and for good at a path that names its version. */
export const serveLauncher = (app: NestExpressApplication): void => {
  app.use((request: Request, response: ServerResponse, next: () => void) => {
    const { code, versionedPath } = app.get(LaunchScript, { strict: false });
    const isVersioned = request.path === versionedPath;
    const isAsked = isVersioned || request.path === '/launch.js';
    if (code === null || !isAsked || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    for (const [name, value] of Object.entries(FOR_OTHER_SITES)) response.setHeader(name, value);
    response.setHeader('Content-Type', 'text/javascript;charset=utf-8');
    response.setHeader(
      'Cache-Control',
      isVersioned ? `public, max-age=${YEAR}, immutable` : `public, max-age=${FIVE_MINUTES}`,
    );
    response.end(request.method === 'HEAD' ? undefined : code);
  });
};
