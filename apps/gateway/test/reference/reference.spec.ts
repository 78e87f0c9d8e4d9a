import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GatewayModule } from '../../src/app/gateway.module';
import { asyncApi } from './asyncapi';
import { fieldsPage } from './fields-page';
import { ROUTES, routesOfModule } from './http-routes';
import { listsPage } from './lists-page';
import { openApi } from './openapi';
import { permissionsPage } from './permissions-page';
import { impactAssessment, processingRecord } from './processing-pages';
import { refusalsPage } from './refusals';

// `npm run docs:generate` sets UPDATE_DOCS and writes the pages; without it they are compared.
const FOLDER = 'docs/reference';
const { UPDATE_DOCS } = process.env;

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const json = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;
const routes = routesOfModule(GatewayModule);

const PAGES: Readonly<Record<string, () => string>> = {
  'openapi.json': () => json(openApi(routes, version)),
  'asyncapi.json': () => json(asyncApi()),
  'refusals.md': refusalsPage,
  'fields.md': fieldsPage,
  'lists.md': listsPage,
  'processing-record.md': processingRecord,
  'impact-assessment.md': impactAssessment,
  'permissions.md': () => permissionsPage(routes),
};

const stored = (page: string): string => {
  try {
    return readFileSync(join(FOLDER, page), 'utf8');
  } catch {
    return '';
  }
};

/** Every `#/…` reference of a document that leads nowhere inside it. */
const brokenReferences = (document: object): string[] =>
  [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)]
    .map(([, path = '']) => path)
    .filter((path) => {
      let part: unknown = document;
      for (const key of path.split('/'))
        part = typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined;
      return part === undefined;
    });

describe('the generated reference', () => {
  it('refers only to parts of the same document', () => {
    expect(brokenReferences({ $ref: '#/nowhere' })).toEqual(['nowhere']);
    expect(brokenReferences(asyncApi())).toEqual([]);
    expect(brokenReferences(openApi(routes, version))).toEqual([]);
  });

  it('describes every route there is, and no other', () => {
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(Object.entries(PAGES))('docs/reference/%s is up to date', (page, make) => {
    const made = make();
    if (UPDATE_DOCS !== undefined) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(join(FOLDER, page), made);
    }
    const state = stored(page) === made ? 'up to date' : 'out of date: run npm run docs:generate';
    expect(state).toBe('up to date');
  });
});
