import { Body, Controller, Get, HttpCode, HttpException, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { setupFormatSchema, setupUndoSchema, type SetupAnswer, type SetupList } from '@warmline/contracts';
import { isListKind, lists, type ListKind } from '@warmline/setup';
import { AcceptsLargeBody } from '../../core/http/request-bodies';
import { proofOld } from '../../session/fresh-proof';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { Sessions } from '../../session/sessions';
import { ChangeSetup } from './change-setup';
import { writeListFile } from './list-files';
import { ListReaderThread } from './list-reader-thread';
import type { SentList } from './read-list';

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

const kindOf = (name: string): ListKind => {
  if (!isListKind(name)) throw new HttpException({ refusal: 'not_found' }, 404);
  return name;
};

const parsed = <Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> => {
  const read = schema.safeParse(given);
  if (!read.success) throw new HttpException({ refusal: 'malformed' }, 400);
  return read.data;
};

const orRefused = (answer: SetupAnswer | 'proof_old'): SetupAnswer => {
  if (answer === 'proof_old') throw proofOld();
  return answer;
};

/** The lists that a charity keeps: read, exported to a file, saved as a whole, imported from a file. */
@Controller('api/setup')
export class SetupController {
  constructor(
    private readonly setup: ChangeSetup,
    private readonly reader: ListReaderThread,
    private readonly sessions: Sessions,
  ) {}

  @Get(':list')
  @RequiresPermission('setup.read')
  async read(@Req() request: AuthenticatedRequest, @Param('list') name: string): Promise<SetupList> {
    return this.setup.readList(staffOf(request), kindOf(name));
  }

  /** `?format=csv|json`; with `&checkOnly=1` only whether it may be: people are exported with a fresh proof. */
  @Get(':list/file')
  @RequiresPermission('setup.read')
  async exportFile(
    @Req() request: AuthenticatedRequest,
    @Param('list') name: string,
    @Res() response: Response,
  ): Promise<void> {
    const kind = kindOf(name);
    const format = parsed(setupFormatSchema, request.query['format']);
    const person = staffOf(request);
    if (kind === 'people' && !(await this.sessions.mayChangeAccess(person))) throw proofOld();
    if (request.query['checkOnly'] === '1') {
      response.status(204).send();
      return;
    }
    const { rows } = await this.setup.exportList(person, kind);
    response
      .setHeader('Content-Type', TYPES[format])
      .setHeader('Content-Disposition', `attachment; filename="${kind}.${format}"`)
      .send(writeListFile(lists[kind], format, rows));
  }

  @Post(':list')
  @HttpCode(200)
  @RequiresPermission('setup.change')
  @AcceptsLargeBody('bytes')
  async save(
    @Req() request: AuthenticatedRequest,
    @Param('list') name: string,
    @Body() body: unknown,
  ): Promise<SetupAnswer> {
    return this.change(request, { kind: kindOf(name), form: 'rows', body });
  }

  @Post(':list/file')
  @HttpCode(200)
  @RequiresPermission('setup.change')
  @AcceptsLargeBody('bytes')
  async importFile(
    @Req() request: AuthenticatedRequest,
    @Param('list') name: string,
    @Body() body: unknown,
  ): Promise<SetupAnswer> {
    return this.change(request, { kind: kindOf(name), form: 'file', body });
  }

  /** The last save of the list, for ten minutes. */
  @Post(':list/undo')
  @HttpCode(200)
  @RequiresPermission('setup.change')
  async undo(
    @Req() request: AuthenticatedRequest,
    @Param('list') name: string,
    @Body() body: unknown,
  ): Promise<SetupAnswer> {
    const command = parsed(setupUndoSchema, body);
    return orRefused(await this.setup.undoSave({ person: staffOf(request), kind: kindOf(name), ...command }));
  }

  private async change(
    request: AuthenticatedRequest,
    { body, ...list }: Omit<SentList, 'bytes'> & { readonly body: unknown },
  ): Promise<SetupAnswer> {
    if (!(body instanceof Uint8Array)) throw new HttpException({ refusal: 'malformed' }, 400);
    const read = await this.reader.read({ ...list, bytes: body });
    if ('refusal' in read) throw new HttpException(read, 400);
    if ('outcome' in read) return read;
    const { header, rows } = read;
    return orRefused(
      await this.setup.changeList({ person: staffOf(request), kind: list.kind, rows, ...header }),
    );
  }
}
