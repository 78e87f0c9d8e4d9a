import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { launcherSchema, type Launcher } from '@warmline/contracts';
import { RequiresPermission } from '../../session/permission-guard';
import { OpeningViews } from '../opening';
import { LaunchScript } from './launch-script';
import { FOR_OTHER_SITES } from './serve-launcher';

/** Seconds. A button may say for that long what was so before. */
const KEPT = 30;

@Controller('api/launcher')
export class LauncherController {
  constructor(
    private readonly opening: OpeningViews,
    private readonly script: LaunchScript,
  ) {}

  /** The same for everyone, so any cache may keep it: nobody who asks is counted or known. */
  @Get()
  @RequiresPermission('service.read')
  async read(@Res({ passthrough: true }) response: Response): Promise<Launcher> {
    const { opening, opensAt } = await this.opening.loadSummary();
    response.set({ ...FOR_OTHER_SITES, 'Cache-Control': `public, max-age=${KEPT}` });
    const { versionedPath, integrity } = this.script;
    return launcherSchema.parse({ opening, opensAt, script: versionedPath, integrity });
  }
}
