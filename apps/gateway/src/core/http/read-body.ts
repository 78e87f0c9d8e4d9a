import type { IncomingMessage } from 'node:http';
import { HttpException } from '@nestjs/common';
import { JsonShape, type ShapeLimits } from './json-shape';
import { parseBody } from './parse-body';

export interface BodyLimits extends ShapeLimits {
  readonly bytes: number;
}

/** Of a route that says nothing else, and of everyone who is not signed in. */
export const SMALL_BODY: BodyLimits = { bytes: 16_384, depth: 8, parts: 500, names: 64 };

/** Of a list that an administrator imports or saves: 5,000 rows of 30 cells. One is read at a time, and parsed in a thread. */
export const LARGE_BODY: BodyLimits = { bytes: 4 * 1_048_576, depth: 8, parts: 160_000, names: 64 };

/** A body of the announced length, or of an unknown one. */
export const mayBeLarge = ({ headers }: IncomingMessage): boolean => {
  const announced = headers['content-length'];
  return announced === undefined
    ? headers['transfer-encoding'] !== undefined
    : Number(announced) > SMALL_BODY.bytes;
};

export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const JSON_TYPE = /^application\/json(?:$|[\s;])/i;

/** Only plain JSON is read. A compressed body is not: a few bytes could become gigabytes. */
export const isPlainJson = ({ headers }: IncomingMessage): boolean =>
  JSON_TYPE.test(headers['content-type'] ?? '') && headers['content-encoding'] === undefined;

const tooLong = (): HttpException => new HttpException({ refusal: 'message_too_long' }, 413);
const malformed = (): HttpException => new HttpException({ refusal: 'malformed' }, 400);

const readBytes = async (request: IncomingMessage, limits: BodyLimits): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > limits.bytes) throw tooLong();
  const shape = new JsonShape(limits);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) throw malformed();
    size += chunk.length;
    if (size > limits.bytes) throw tooLong();
    if (shape.look(chunk) !== null) throw malformed();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
};

/**
 * Reads the body of a request that the guard has let in, and judges its bytes as they arrive. Rejects with a named refusal:
 * `message_too_long`, `malformed`.
 */
export const readBody = (request: IncomingMessage, limits: BodyLimits): Promise<Buffer> =>
  readBytes(request, limits).catch((error: unknown): never => {
    // Takes the rest off the wire without keeping it, so that the answer arrives and the connection can be used again.
    request.resume();
    throw error;
  });

/** The same, parsed here once size and shape are right. Rejects with `control_character` too. */
export const readJson = async (request: IncomingMessage, limits: BodyLimits): Promise<unknown> => {
  const parsed = parseBody(await readBody(request, limits));
  if ('refusal' in parsed) throw new HttpException(parsed, 400);
  return parsed.value;
};
