import { Injectable } from '@nestjs/common';

/** Exports of the audit log read much: this process makes one at a time, of whatever kind. */
@Injectable()
export class OneExport {
  private isRunning = false;

  /** @returns 'busy' while another runs: nothing was done */
  async run<Result>(make: () => Promise<Result>): Promise<Result | 'busy'> {
    if (this.isRunning) return 'busy';
    this.isRunning = true;
    try {
      return await make();
    } finally {
      this.isRunning = false;
    }
  }
}
