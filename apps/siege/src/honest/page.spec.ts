import { io } from 'socket.io-client';
import { command } from './page';

describe('a command of an honest page', () => {
  it('ends at once when the connection has ended before, as a page knows that it is not connected', async () => {
    const page = io('http://127.0.0.1:9', { autoConnect: false, forceNew: true });
    await expect(command(page, 'message:send', {})).rejects.toThrow('the connection closed');
  });
});
