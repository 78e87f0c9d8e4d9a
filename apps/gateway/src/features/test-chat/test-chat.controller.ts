import { Body, Controller, Get, HttpCode, HttpException, Post, Req } from '@nestjs/common';
import type { z } from 'zod';
import {
  testChatBeginSchema,
  testChatFinishSchema,
  testChatMessageSchema,
  type TestChatView,
} from '@warmline/contracts';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { TestChats } from './test-chats';

const parsed = <Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> => {
  const read = schema.safeParse(given);
  if (!read.success) throw new HttpException({ refusal: 'malformed' }, 400);
  return read.data;
};

/** The page "Test chat". */
@Controller('api/test-chat')
export class TestChatController {
  constructor(private readonly chats: TestChats) {}

  @Get()
  @RequiresPermission('test_chat.hold')
  async read(@Req() request: AuthenticatedRequest): Promise<TestChatView> {
    return this.chats.readView(staffOf(request));
  }

  @Post()
  @HttpCode(200)
  @RequiresPermission('test_chat.hold')
  async begin(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<TestChatView> {
    return this.chats.begin(staffOf(request), parsed(testChatBeginSchema, body).id);
  }

  @Post('message')
  @HttpCode(200)
  @RequiresPermission('test_chat.hold')
  async say(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<TestChatView> {
    return this.chats.say(staffOf(request), parsed(testChatMessageSchema, body));
  }

  @Post('finish')
  @HttpCode(200)
  @RequiresPermission('test_chat.hold')
  async finish(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<TestChatView> {
    return this.chats.finish(staffOf(request), parsed(testChatFinishSchema, body).chat);
  }
}
