import { Controller, Get, HttpException, Param, Query, Req } from '@nestjs/common';
import type { z } from 'zod';
import {
  idSchema,
  personQuerySchema,
  settingsQuerySchema,
  type PastPeople,
  type PersonHistory,
  type SettingHistory,
} from '@warmline/contracts';
import { staffId } from '@warmline/kernel';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { PastActs } from './past-acts';

const parsed = <Asked>(schema: z.ZodType<Asked>, asked: unknown): Asked => {
  const read = schema.safeParse(asked);
  if (!read.success) throw new HttpException({ refusal: 'malformed' }, 400);
  return read.data;
};

/** What changed the settings, and what one person did. */
@Controller('api/history')
export class PastActsController {
  constructor(private readonly acts: PastActs) {}

  @Get('settings')
  @RequiresPermission('history.settings')
  async settings(@Req() request: AuthenticatedRequest, @Query() asked: unknown): Promise<SettingHistory> {
    const { before = null } = parsed(settingsQuerySchema, asked);
    return this.acts.settings(staffOf(request), before);
  }

  @Get('people')
  @RequiresPermission('history.person')
  async people(@Req() request: AuthenticatedRequest): Promise<PastPeople> {
    return { people: await this.acts.people(staffOf(request)) };
  }

  @Get('people/:person')
  @RequiresPermission('history.person')
  async person(
    @Req() request: AuthenticatedRequest,
    @Param('person') person: string,
    @Query() asked: unknown,
  ): Promise<PersonHistory> {
    const { from, until, before = null } = parsed(personQuerySchema, asked);
    const of = staffId(parsed(idSchema, person));
    const found = await this.acts.person(staffOf(request), {
      ...{ of, before },
      from: Number(from),
      until: Number(until),
    });
    if (found === null) throw new HttpException({ refusal: 'not_found' }, 404);
    return found;
  }
}
