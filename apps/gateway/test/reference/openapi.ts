import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { refusalSchema } from '@warmline/contracts';
import { ROUTES, type Route } from './http-routes';
import type { RouteDocument } from './route-document';
import { pascal, WireSchemas, type JsonSchema } from './schemas';

const json = (schema: JsonSchema): object => ({ 'application/json': { schema } });

const nameOf = ({ method, path }: Route): string => pascal(`${method.toLowerCase()} ${path}`);

const parametersOf = (path: string, { query = {} }: RouteDocument): object[] => [
  ...[...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  ...Object.entries(query).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: z.toJSONSchema(schema, { io: 'input', target: 'openapi-3.0' }),
  })),
];

const refusalsOf = ({ refusals }: RouteDocument): Record<string, object> =>
  Object.fromEntries(
    Object.entries(refusals).map(([status, codes]) => [
      status,
      {
        description: STATUS_CODES[status] ?? '',
        content: json({
          type: 'object',
          properties: { refusal: { enum: codes } },
          required: ['refusal'],
          additionalProperties: false,
        }),
      },
    ]),
  );

const operationOf = (route: Route, document: RouteDocument, schemas: WireSchemas): object => {
  const { body, answer, status, summary } = document;
  const name = nameOf(route);
  const parameters = parametersOf(route.path, document);
  return {
    operationId: name,
    summary,
    'x-permission': route.permission,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: json(schemas.add(`${name}Body`, body)) } }),
    responses: {
      [status]: {
        description: STATUS_CODES[status],
        ...(answer && { content: json(schemas.add(`${name}Answer`, answer)) }),
      },
      ...refusalsOf(document),
    },
  };
};

/** The HTTP routes as an OpenAPI 3.1 document. Throws for a route that ROUTES does not describe. */
export const openApi = (routes: readonly Route[], version: string): object => {
  const schemas = new WireSchemas();
  schemas.add('Refusal', refusalSchema);
  const paths: Record<string, Record<string, object>> = {};
  for (const route of [...routes].sort((left, right) => (left.path < right.path ? -1 : 1))) {
    const document = ROUTES[`${route.method} ${route.path}`];
    if (document === undefined) throw new Error(`describe ${route.method} ${route.path} in http-routes.ts`);
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, document, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Warmline over HTTP', version, license: { name: 'AGPL-3.0-or-later' } },
    paths,
    components: { schemas: schemas.usedBy(paths) },
  };
};
