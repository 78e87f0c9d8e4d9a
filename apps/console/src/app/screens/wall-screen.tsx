import { useLocation } from '@tanstack/react-router';
import { WallPage } from '../../features/wall/wall-page';
import { wallWords } from '../../features/wall/wall-words';
import { usePageName } from '../../shared/page/page-title';

/** The secret stays in the address, after the `#`: a screen that starts again opens the same page. */
export const WallScreen = () => {
  const { hash } = useLocation();
  usePageName(wallWords.title);
  return <WallPage key={hash} secret={hash} />;
};
