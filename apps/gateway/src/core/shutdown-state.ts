import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Whether this process has been asked to stop. Then it gets no new pages, and those it has connect elsewhere. */
@Injectable()
export class ShutdownState implements OnModuleDestroy {
  private begun = false;

  get hasBegun(): boolean {
    return this.begun;
  }

  /** The first step of a stop, while every page is still connected. */
  onModuleDestroy(): void {
    this.begun = true;
  }
}
