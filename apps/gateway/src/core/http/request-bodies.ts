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
import { hasBody, isPlainJson, LARGE_BODY, mayBeLarge, readJson, SMALL_BODY } from './read-body';

const LARGE = 'warmline:large-body';
/** Large bodies that may wait while one is read and judged. */
const WAITING_MAX = 4;

/** The route takes a list of up to 4 MB. Only for routes of people who are signed in: strangers get 16 KB. */
export const AcceptsLargeBody = (): CustomDecorator => SetMetadata(LARGE, true);

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
    const acceptsLarge = this.reflector.get<true | undefined>(LARGE, context.getHandler()) === true;
    if (!acceptsLarge || !mayBeLarge(request)) {
      request.body = await readJson(request, acceptsLarge ? LARGE_BODY : SMALL_BODY);
      return next.handle();
    }
    const endTurn = await this.turnOf(request);
    try {
      request.body = await readJson(request, LARGE_BODY);
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
