import { words } from '../language/catalogue';
import { useSignal } from '../page/use-signal';
import { EXIT_MARK, type QuickExit } from './quick-exit';

export const ExitBar = ({ exit }: { readonly exit: QuickExit }) => {
  const presses = useSignal(exit.presses);
  return (
    <div class="exit-bar">
      <button type="button" class="exit" {...{ [EXIT_MARK]: '' }}>
        {words.exit.leave}
        <span class="unseen"> {words.exit.hint}</span>
      </button>
      <p class={presses === 0 ? 'exit-hint' : 'exit-hint counting'} aria-hidden="true">
        {presses === 0 ? words.exit.hint : words.exit.dots(presses)}
        {presses > 0 && (
          <span class="dots">
            {[1, 2, 3].map((dot) => (
              <i key={dot} class={dot <= presses ? 'dot on' : 'dot'} />
            ))}
          </span>
        )}
      </p>
    </div>
  );
};
