import type { Kind } from './kind';
import { largeBodies, nestedBodies, slowBodies } from './kinds/bodies';
import { dangerStarts, slowReaders, writingStarts } from './kinds/chats';
import { pageLoads, pipelinedRequests, reconnects, silentConnections } from './kinds/connections';
import { fastSocket, framesAtOnce, handshakes, idleSockets, pollingPackets } from './kinds/floods';
import { exploitShapes, oddInput } from './kinds/odd-input';
import { exitTokens, manyNames, oneName } from './kinds/sign-ins';

/** Every kind; what fills the queue comes last. */
export const KINDS: readonly Kind[] = [
  nestedBodies,
  largeBodies,
  slowBodies,
  framesAtOnce,
  pollingPackets,
  fastSocket,
  handshakes,
  idleSockets,
  oneName,
  manyNames,
  exitTokens,
  oddInput,
  exploitShapes,
  silentConnections,
  reconnects,
  pipelinedRequests,
  pageLoads,
  slowReaders,
  dangerStarts,
  writingStarts,
];
