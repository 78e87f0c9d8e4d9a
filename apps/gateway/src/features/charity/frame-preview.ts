import type { ServerResponse } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';

const POLICY = 'Content-Security-Policy';

/** The console may hold the preview of the visitor's page in a frame, and no other page may. */
export const framePreview = (app: NestExpressApplication): void => {
  const change = (response: ServerResponse, from: string, to: string): void => {
    response.setHeader(POLICY, String(response.getHeader(POLICY)).replace(from, to));
  };
  app.use('/preview', (_request: Request, response: ServerResponse, next: () => void) => {
    change(response, "frame-ancestors 'none'", "frame-ancestors 'self'");
    next();
  });
  app.use('/console', (_request: Request, response: ServerResponse, next: () => void) => {
    change(response, "base-uri 'none'", "frame-src 'self'; base-uri 'none'");
    next();
  });
};
