import { Link } from '@tanstack/react-router';
import { Button, Empty } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { usePageName } from '../../shared/page/page-title';
import { frameWords } from '../frame/frame-words';

export const BrokenScreen = ({ onAgain }: { readonly onAgain: () => void }) => (
  <Empty
    icon="warn"
    title={frameWords.broken}
    actions={
      <Button kind="main" onPress={onAgain}>
        {commonWords.tryAgain}
      </Button>
    }
  >
    {frameWords.brokenMore}
  </Empty>
);

export const MissingScreen = () => {
  usePageName(frameWords.pageMissing);
  return (
    <Empty icon="search" title={frameWords.pageMissing} actions={<Link to="/">{frameWords.toDesk}</Link>} />
  );
};
