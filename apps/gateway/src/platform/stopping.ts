import { Injectable } from '@nestjs/common';

/** Whether this process has been asked to stop: nobody new is sent here, and who is here moves on. */
@Injectable()
export class Stopping {
  private begun = false;

  get hasBegun(): boolean {
    return this.begun;
  }

  begin(): void {
    this.begun = true;
  }
}
