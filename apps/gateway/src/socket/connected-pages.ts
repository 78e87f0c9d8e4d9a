import { Injectable } from '@nestjs/common';
import type { StaffNamespace, VisitorNamespace } from './sockets';

/** The two namespaces of this process, once the server is up. */
@Injectable()
export class ConnectedPages {
  visitors: VisitorNamespace | null = null;
  staff: StaffNamespace | null = null;
}
