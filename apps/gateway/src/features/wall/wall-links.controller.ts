import { Body, Controller, Delete, Get, HttpCode, HttpException, Param, Post, Req } from '@nestjs/common';
import { idSchema, newWallLinkSchema, type WallLinkMade, type WallLinks as View } from '@warmline/contracts';
import { RequiresFreshProof } from '../../session/fresh-proof';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { WallLinks } from './wall-links';

/** Where administrators make and revoke links to the wall page. */
@Controller('api/wall-links')
export class WallLinksController {
  constructor(private readonly links: WallLinks) {}

  @Get()
  @RequiresPermission('setup.read')
  async read(@Req() request: AuthenticatedRequest): Promise<View> {
    return this.links.readView(staffOf(request));
  }

  @Post()
  @HttpCode(200)
  @RequiresPermission('setup.change')
  @RequiresFreshProof()
  async make(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<WallLinkMade> {
    const read = newWallLinkSchema.safeParse(body);
    if (!read.success) throw new HttpException({ refusal: 'malformed' }, 400);
    return this.links.makeLink(staffOf(request), read.data);
  }

  @Delete(':link')
  @RequiresPermission('setup.change')
  async revoke(@Req() request: AuthenticatedRequest, @Param('link') link: string): Promise<View> {
    const read = idSchema.safeParse(link);
    if (!read.success) throw new HttpException({ refusal: 'not_found' }, 404);
    return this.links.revokeLink(staffOf(request), read.data);
  }
}
