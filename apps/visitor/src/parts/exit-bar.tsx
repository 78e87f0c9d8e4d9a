import { EXIT_MARK, type QuickExit } from '../exit/quick-exit';
import { words } from '../words/words';
import { useCell } from './use-cell';

export const ExitBar = ({ exit }: { readonly exit: QuickExit }) => {
  const presses = useCell(exit.presses);
  return (
    <div class="exit-bar">
      <p class="exit-hint" aria-hidden="true">
        {presses === 0 ? words.exit.hint : words.exit.dots(presses)}
        <span class="dots">
          {[1, 2, 3].map((dot) => (
            <i key={dot} class={dot <= presses ? 'dot on' : 'dot'} />
          ))}
        </span>
      </p>
      <button type="button" class="exit" {...{ [EXIT_MARK]: '' }}>
        {words.exit.leave} <span class="unseen">{words.exit.hint}</span>
      </button>
    </div>
  );
};
