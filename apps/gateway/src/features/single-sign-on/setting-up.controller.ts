import { Controller, Get, HttpCode, HttpException, Param, Post, Req } from '@nestjs/common';
import { idSchema, type ToldPeople } from '@warmline/contracts';
import { staffId } from '@warmline/kernel';
import { RequiresFreshProof } from '../../session/fresh-proof';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { ToldRoles } from './told-roles';

const STATUS = { not_found: 404, not_due: 409 } as const;

/** What the identity provider says of people, for administrators. */
@Controller('api/single-sign-on/people')
export class SettingUpController {
  constructor(private readonly told: ToldRoles) {}

  @Get()
  @RequiresPermission('setup.read')
  read(@Req() request: AuthenticatedRequest): Promise<ToldPeople> {
    return this.told.readPeople(staffOf(request));
  }

  @Post(':person')
  @HttpCode(200)
  @RequiresPermission('setup.change')
  @RequiresFreshProof()
  async propose(@Req() request: AuthenticatedRequest, @Param('person') given: string): Promise<ToldPeople> {
    const person = idSchema.safeParse(given);
    const answer = person.success
      ? await this.told.propose(staffOf(request), staffId(person.data))
      : 'not_found';
    if (typeof answer === 'string') throw new HttpException({ refusal: answer }, STATUS[answer]);
    return answer;
  }
}
