import { People } from '../../features/people/people';
import { words } from '../words';
import { BoardScreen } from './board-screen';

/** Everyone who answers visitors. */
export const PeopleScreen = () => (
  <BoardScreen title={words.people.title} lead={words.people.lead} loading={words.board.loading}>
    {(board) => <People board={board} />}
  </BoardScreen>
);
