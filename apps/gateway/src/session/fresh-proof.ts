import {
  HttpException,
  Injectable,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { staffOf, type AuthenticatedRequest } from './permission-guard';
import { Sessions } from './sessions';

/** What a request gets whose person proved who they are too long ago. */
export const proofOld = (): HttpException => new HttpException({ refusal: 'proof_old' }, 403);

/** Lets those through who have proved who they are within the last five minutes. In the demo everyone. */
@Injectable()
export class FreshProofGuard implements CanActivate {
  constructor(private readonly sessions: Sessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const person = staffOf(context.switchToHttp().getRequest<AuthenticatedRequest>());
    if (!(await this.sessions.mayChangeAccess(person))) throw proofOld();
    return true;
  }
}

/** For what lets someone in, or takes data out: a session alone does not do it, since a console may be left open. */
export const RequiresFreshProof = (): MethodDecorator => UseGuards(FreshProofGuard);
