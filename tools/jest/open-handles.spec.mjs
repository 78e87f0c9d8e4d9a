import { describeOpen } from './open-handles.mjs';

test('what keeps a worker alive is named by its kind, and a connection by its port', () => {
  const handles = [{ remotePort: 5432 }, { listening: true }, { fd: 1 }];
  const open = describeOpen(handles, ['TCPSocketWrap', 'TCPServerWrap', 'PipeWrap', 'Timeout']);
  expect(open).toBe('Server, Socket to port 5432, Timeout');
});
