import { Link } from '@tanstack/react-router';
import { Button, Empty } from '@warmline/ui';
import { words } from '../../shared/i18n/words';

export const BrokenScreen = ({ onAgain }: { readonly onAgain: () => void }) => (
  <Empty
    icon="warn"
    title={words.frame.broken}
    actions={
      <Button kind="main" onPress={onAgain}>
        {words.frame.tryAgain}
      </Button>
    }
  >
    {words.frame.brokenMore}
  </Empty>
);

export const MissingScreen = () => (
  <Empty icon="search" title={words.frame.pageMissing} actions={<Link to="/">{words.frame.toDesk}</Link>} />
);
