import {
  HttpException,
  Injectable,
  SetMetadata,
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { finalize, type Observable } from 'rxjs';
import { LargeBodyGate, type EndTurn } from './large-body-gate';
import { hasBody, isPlainJson, LARGE_BODY, mayBeLarge, readBody, readJson, SMALL_BODY } from './read-body';

const LARGE = 'warmline:large-body';
/** Large bodies that may wait while one is read and judged. */
const WAITING_MAX = 4;

/** What a route with large bodies is given: the value, or the bytes, which it has parsed in a thread. */
type Given = 'value' | 'bytes';

/**
 * The route takes a body of up to 4 MB. Only for routes of people who are signed in: strangers get 16 KB. `value` is for one long
 * text, which is parsed at once; what has many parts is given as `bytes`.
 */
export const AcceptsLargeBody = (given: Given): CustomDecorator => SetMetadata(LARGE, given);

/**
 * Reads and parses bodies. An interceptor, since these run after the guard: nobody's bytes are looked at before it is known
 * who they are and that they may send them.
 */
@Injectable()
export class RequestBodies implements NestInterceptor {
  private readonly gate = new LargeBodyGate(WAITING_MAX);

  constructor(private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    if (!hasBody(request) || !isPlainJson(request)) return next.handle();
    const given = this.reflector.get<Given | undefined>(LARGE, context.getHandler());
    if (given === undefined) {
      request.body = await readJson(request, SMALL_BODY);
      return next.handle();
    }
    const read = given === 'bytes' ? readBody : readJson;
    if (!mayBeLarge(request)) {
      request.body = await read(request, LARGE_BODY);
      return next.handle();
    }
    const endTurn = await this.turnOf(request);
    try {
      request.body = await read(request, LARGE_BODY);
    } catch (error) {
      endTurn();
      throw error;
    }
    return next.handle().pipe(finalize(endTurn));
  }

  private async turnOf(request: Request): Promise<EndTurn> {
    const gone = new AbortController();
    const leave = (): void => gone.abort();
    request.socket.once('close', leave);
    const endTurn = await this.gate.takeTurn(gone.signal).finally(() => request.socket.off('close', leave));
    if (endTurn === null) throw new HttpException({ refusal: 'server_busy' }, 503);
    return endTurn;
  }
}
