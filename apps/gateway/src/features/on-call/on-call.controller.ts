import { Body, Controller, Delete, Get, HttpCode, HttpException, Param, Post, Req } from '@nestjs/common';
import { idSchema, newOnCallContactSchema, type OnCallAdded, type OnCallView } from '@warmline/contracts';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { OnCallContacts } from './on-call-contacts';

const STATUS = { not_found: 404, too_fast: 429 } as const;

const idIn = (given: string): string => {
  const read = idSchema.safeParse(given);
  if (!read.success) throw new HttpException({ refusal: 'not_found' }, STATUS.not_found);
  return read.data;
};

/** Who is told when someone needs a supervisor and none is connected. */
@Controller('api/on-call')
export class OnCallController {
  constructor(private readonly contacts: OnCallContacts) {}

  @Get()
  @RequiresPermission('setup.read')
  async read(@Req() request: AuthenticatedRequest): Promise<OnCallView> {
    return this.contacts.readView(staffOf(request));
  }

  @Post()
  @HttpCode(200)
  @RequiresPermission('setup.change')
  async add(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<OnCallAdded> {
    const read = newOnCallContactSchema.safeParse(body);
    if (!read.success) throw new HttpException({ refusal: 'malformed' }, 400);
    return this.contacts.addContact(staffOf(request), read.data);
  }

  @Delete(':contact')
  @RequiresPermission('setup.change')
  async remove(@Req() request: AuthenticatedRequest, @Param('contact') contact: string): Promise<OnCallView> {
    return this.contacts.removeContact(staffOf(request), idIn(contact));
  }

  /** Sends a test. What comes of it is in the view a moment later. */
  @Post(':contact/test')
  @HttpCode(200)
  @RequiresPermission('setup.change')
  async test(@Req() request: AuthenticatedRequest, @Param('contact') contact: string): Promise<OnCallView> {
    const answer = await this.contacts.testContact(staffOf(request), idIn(contact));
    if (typeof answer === 'string')
      throw new HttpException(
        { refusal: answer },
        answer === 'not_found' ? STATUS.not_found : STATUS.too_fast,
      );
    return answer;
  }
}
