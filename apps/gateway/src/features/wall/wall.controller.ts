import { Controller, Get, Req } from '@nestjs/common';
import type { Wall } from '@warmline/contracts';
import { RequiresPermission, wallOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { WallViews } from './wall-view';

/** Figures for a page that a link opened: the only thing such a page may ask for. */
@Controller('api/wall')
export class WallController {
  constructor(private readonly walls: WallViews) {}

  @Get()
  @RequiresPermission('wall.read')
  async read(@Req() request: AuthenticatedRequest): Promise<Wall> {
    return this.walls.loadWall(wallOf(request).service);
  }
}
